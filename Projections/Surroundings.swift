/// What an event is folded in, beside the row: the office as it stood, and the way to open what
/// is sealed.
package struct Surroundings {
    package var office: OfficeContext
    package let open: SectionOpener

    package init(office: OfficeContext = OfficeContext(), open: @escaping SectionOpener) {
        self.office = office
        self.open = open
    }
}
