extension ThaiText {
    /// What texts are sorted by as in a Thai dictionary: by consonants, a vowel that is written
    /// before its consonant after it, and marks of tone only where all else is the same.
    package static func order(_ text: some StringProtocol) -> [UInt32] {
        var letters: [UInt32] = []
        var marks: [UInt32] = []
        var waiting: UInt32?
        for scalar in key(text).unicodeScalars.lazy.map(\.value) {
            if (0x0E47...0x0E4E).contains(scalar) {
                marks += [UInt32(letters.count), scalar]
            } else if (0x0E40...0x0E44).contains(scalar), waiting == nil {
                waiting = scalar
            } else {
                letters.append(scalar)
                if let vowel = waiting { letters.append(vowel) }
                waiting = nil
            }
        }
        if let waiting { letters.append(waiting) }
        return letters + [0] + marks
    }
}
