package import Events

/// What a petitioner files: who, what, where, with what beside it.
package struct PetitionFiling: Equatable, Sendable {
    /// Nil for who wants to stay unknown.
    package var petitioner: Petitioner?
    package var text: PetitionText
    package var place: Place?
    /// The names of the documents beside it, as the person or the definition calls them.
    package var attachments: [String]

    package init(
        text: PetitionText, petitioner: Petitioner? = nil, place: Place? = nil,
        attachments: [String] = []
    ) {
        self.text = text
        self.petitioner = petitioner
        self.place = place
        self.attachments = attachments
    }
}
