package import Entries

extension SourceStepAttribute {
    /// An attribute as an entry keeps it: with its type's name, without a value where it only holds
    /// others.
    package init(_ attribute: SourceAttribute) {
        let isNest = attribute.type == .list || attribute.type == .container
        self.init(
            key: attribute.key, type: attribute.type.rawValue,
            value: isNest && attribute.value.isEmpty ? nil : attribute.value,
            attributes: attribute.children.map(SourceStepAttribute.init))
    }
}

extension SourceAttribute {
    /// An attribute as an entry has kept it; a type that XES does not know becomes `string`.
    package init(_ kept: SourceStepAttribute) {
        self.init(
            kept.key, kept.value ?? "", SourceType(rawValue: kept.type) ?? .string,
            children: kept.attributes.map(SourceAttribute.init))
    }
}
