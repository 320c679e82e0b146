internal import Events

/// The services that every office has: one of each kind of petition.
enum OpeningServices {
    static var events: [OfficeEvent] {
        definitions.flatMap { definition -> [OfficeEvent] in
            [
                .serviceDefined(OfficeEvent.ServiceDefined(definition: definition)),
                .serviceAnnounced(OfficeEvent.ServiceAnnounced(service: definition.code)),
            ]
        }
    }

    private static var definitions: [ServiceDefinition] { [] }
}
