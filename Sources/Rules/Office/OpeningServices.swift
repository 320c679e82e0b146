internal import Events

/// The services that a new office offers.
enum OpeningServices {
    static var events: [OfficeEvent] {
        DefaultServices.all.flatMap { definition -> [OfficeEvent] in
            [
                .serviceDefined(OfficeEvent.ServiceDefined(definition: definition)),
                .serviceAnnounced(OfficeEvent.ServiceAnnounced(service: definition.code)),
            ]
        }
    }
}
