import Events
import Foundation
import Testing

/// What is made from the types for others stands committed as they would make it now.
@Suite struct DocumentTests {
    @Test func `the AsyncAPI document is the one the types describe`() throws {
        try Repository.expect("Docs/Format/asyncapi.json", toBe: AsyncAPI.document().text)
    }

    @Test func `the catalogue is the one the types describe`() throws {
        try Repository.expect("Docs/Format/events.md", toBe: Catalogue.markdown())
    }

    @Test func `every reference in the AsyncAPI document leads somewhere`() throws {
        let text = AsyncAPI.document().text
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let references = text.matches(of: /"\$ref": "#\/([^"]+)"/).map { String($0.output.1) }
        #expect(references.count > 200)
        for reference in Set(references) {
            let target = reference.split(separator: "/").reduce(document as Any?) {
                ($0 as? [String: Any])?[String($1)]
            }
            #expect(target != nil, "\(reference)")
        }
    }

    @Test func `each channel carries the types of its streams`() throws {
        let text = AsyncAPI.document().text
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let channels = try #require((document as? [String: Any])?["channels"] as? [String: Any])
        for (kind, types) in Event.types {
            let channel = try #require(channels[kind.rawValue] as? [String: Any])
            let messages = try #require(channel["messages"] as? [String: Any])
            #expect(Set(messages.keys) == Set(types.map { Event.type($0, in: kind) }))
        }
    }
}
