extension Instant {
    /// The moment that was meant if its year is one of the Buddhist era by mistake: nothing that is
    /// told of happens so late. Nil for every other year.
    package var ofBuddhistYear: Instant? {
        let text = description
        guard let year = Int(text.prefix(4)), year >= 2400 else { return nil }
        return Instant(rfc3339: "\(year - 543)" + text.dropFirst(4))
    }
}
