// The calls of Linux that Swift cannot reach: `syscall` takes any number of arguments, which Swift does not import, and the
// rest is missing from its module of the C library. Numbers are written out where the headers of an older kernel lack them.

#ifndef CONCORD_CALLS_H
#define CONCORD_CALLS_H

#if defined(__linux__)

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

/// Opens a folder only to go on from it, which needs no permission to read it: O_PATH (Linux 2.6.39).
static const int concord_path_only = 010000000;

/// Opens a file without following any link; with `stays`, nothing outside the folder is reached either (Linux 5.6).
static inline int concord_openat2(int folder, const char *path, int flags, int mode, int stays) {
  // The structure `open_how`, with RESOLVE_NO_SYMLINKS and RESOLVE_BENEATH.
  struct { uint64_t flags, mode, resolve; } how = {(uint64_t)(unsigned)flags, (uint64_t)(unsigned)mode, stays ? 0x04 | 0x08 : 0x04};
  return (int)syscall(437, folder, path, &how, sizeof how);
}

/// Lets two files of a folder change places, or moves one to a name that is free (Linux 3.15).
static inline int concord_renameat2(int folder, const char *from, const char *to, unsigned flags) {
#ifdef SYS_renameat2
  return (int)syscall(SYS_renameat2, folder, from, folder, to, flags);
#else
  errno = ENOSYS;
  return -1;
#endif
}

/// Limits the memory that another process may ask for, in bytes.
static inline int concord_limit_memory(int process, uint64_t bytes) {
  // The structure `rlimit` with 64 bits, and RLIMIT_DATA.
  struct { uint64_t soft, hard; } limit = {bytes, bytes};
  return (int)syscall(SYS_prlimit64, process, 2, &limit, (void *)0);
}

/// Starts a program in another folder: `posix_spawn_file_actions_addchdir_np` (glibc 2.29, musl 1.1.24).
int concord_add_folder(void *actions, const char *path) __asm__("posix_spawn_file_actions_addchdir_np");

/// Asks to be told before somebody opens a file for writing; fails with EAGAIN while somebody has it open for writing.
static inline int concord_take_lease(int file) { return fcntl(file, 1024, F_RDLCK); }

/// Whether a lease holds and nobody waits for its end.
static inline int concord_holds_lease(int file) { return fcntl(file, 1025) == F_RDLCK; }

#endif
#endif
