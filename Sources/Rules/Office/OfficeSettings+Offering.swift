package import Entries
internal import Events

extension OfficeSettings {
    /// Whether a service is offered on that day: announced, open, not withdrawn.
    package func isOpen(_ service: String, on day: CivilDate) -> Bool {
        guard let service = services[service], !service.isWithdrawn,
            let announced = service.announced
        else { return false }
        return announced.opens.map { $0 <= day } ?? !announced.isSoon
    }
}
