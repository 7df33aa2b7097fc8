/// The range between two places of a text, empty at the first if the second comes before it.
///
/// Whoever wrote the text chose the places, and the standard library stops the whole program if a range is reversed.
/// This operator shadows the standard library's in the whole module, so no place can forget the check.
func ..< (start: Int, end: Int) -> Range<Int> { unsafe Range(uncheckedBounds: (start, end < start ? start : end)) }
