internal import CXML2

/// libxml2's parser fed with pieces of a document; it tells an `XESBuilder` what it meets.
///
/// Nothing is fetched and no entity is expanded but the five of XML itself: a document type
/// declaration, where others could be declared, stops it. libxml2's own limits (10 MB a token, 256 levels) stay on.
@safe struct XMLPush: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let desk: Desk

    /// Where C finds the builder: it is opened once for each thing that is met, not once for each
    /// of its fields.
    private final class Desk {
        var builder: XESBuilder

        init(_ builder: XESBuilder) { self.builder = builder }

        static func at(_ user: UnsafeMutableRawPointer) -> Desk {
            unsafe Unmanaged<Desk>.fromOpaque(user).takeUnretainedValue()
        }
    }

    var builder: XESBuilder {
        _read { yield desk.builder }
        nonmutating _modify { yield &desk.builder }
    }

    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Nil if libxml2 has no memory.
    init?(builder: XESBuilder) {
        precondition(Self.isReady)
        khamrong_xml_be_quiet()
        var handler = unsafe Self.handler()
        let desk = Desk(builder)
        // Not retained: `desk` lives as long as this struct does.
        let user = unsafe Unmanaged.passUnretained(desk).toOpaque()
        guard let created = unsafe xmlCreatePushParserCtxt(&handler, user, nil, 0, nil) else {
            return nil
        }
        // Without NOENT `&amp;` in an attribute comes out as `&#38;`.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
        unsafe xmlCtxtUseOptions(created, CInt(options))
        unsafe context = created
        self.desk = desk
        desk.builder.line = { unsafe Int(xmlSAX2GetLineNumber(UnsafeMutableRawPointer(created))) }
        desk.builder.stop = { unsafe xmlStopParser(created) }
    }

    deinit { unsafe xmlFreeParserCtxt(context) }

    /// Parses the next `count` bytes. C: `xmlParseChunk`
    func push(_ bytes: [UInt8], count: Int) throws {
        let code = unsafe bytes.withUnsafeBytes { bytes in
            let chars = unsafe bytes.assumingMemoryBound(to: CChar.self)
            return unsafe xmlParseChunk(context, chars.baseAddress, CInt(count), 0)
        }
        try check(code)
    }

    /// Tells the parser that the document ends here.
    func finish() throws {
        builder.isAtEnd = true
        try check(unsafe xmlParseChunk(context, nil, 0, 1))
    }

    /// A code may be a mere warning; a parser that has given up without a word (bytes that are not
    /// of the encoding) has to be asked.
    private func check(_ code: CInt) throws {
        try builder.check()
        let hasStopped = unsafe context.pointee.disableSAX != 0
        let isBroken = unsafe context.pointee.wellFormed == 0
        guard code != 0, hasStopped || isBroken else { return }
        builder.meetError(line: builder.line(), "libxml2 error \(code)")
        try builder.check()
    }

    private static func handler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { user, name, _, _, _, _, count, _, attributes in
            guard let user = unsafe user, let name = unsafe name else { return }
            unsafe XMLPush.open(name, attributes, Int(count), &Desk.at(user).builder)
        }
        unsafe handler.endElementNs = { user, name, _, _ in
            guard let user = unsafe user, let name = unsafe name else { return }
            unsafe Desk.at(user).builder.close(XMLPush.element(name))
        }
        unsafe handler.internalSubset = { user, _, _, _ in
            guard let user = unsafe user else { return }
            unsafe Desk.at(user).builder.meetDocumentType()
        }
        unsafe handler.serror = { user, error in
            guard let user = unsafe user, let error = unsafe error,
                unsafe error.pointee.level == XML_ERR_FATAL
            else { return }
            let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? ""
            unsafe Desk.at(user).builder.meetError(line: Int(error.pointee.line), message)
        }
        return unsafe handler
    }

    /// `attributes` are fives: local name, prefix, URI, start and end of the value.
    private static func open(
        _ name: UnsafePointer<xmlChar>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int,
        _ builder: inout XESBuilder
    ) {
        let element = unsafe element(name)
        guard case .attribute(let type) = element else {
            return builder.open(element, unsafe texts(attributes, count))
        }
        var key: UnsafeBufferPointer<UInt8>?
        var value: UnsafeBufferPointer<UInt8>?
        for index in 0..<count {
            guard let five = unsafe attributes.map({ unsafe $0 + index * 5 }),
                let name = unsafe five[0], let start = unsafe five[3], let end = unsafe five[4]
            else { continue }
            let text = unsafe UnsafeBufferPointer(start: start, count: end - start)
            switch unsafe name.pointee {
            case UInt8(ascii: "k") where unsafe isName(name, "key"): unsafe key = text
            case UInt8(ascii: "v") where unsafe isName(name, "value"): unsafe value = text
            default: break
            }
        }
        let nothing = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let hasKey = unsafe key != nil
        let hasValue = unsafe value != nil
        unsafe builder.open(
            type, key: (key ?? nothing).span, hasKey: hasKey, value: (value ?? nothing).span,
            hasValue: hasValue)
    }

    private static func texts(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) -> [String: String] {
        var texts: [String: String] = [:]
        for index in 0..<count {
            guard let five = unsafe attributes.map({ unsafe $0 + index * 5 }),
                let name = unsafe five[0], let start = unsafe five[3], let end = unsafe five[4]
            else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
            texts[unsafe String(cString: name)] = unsafe String(decoding: value, as: UTF8.self)
        }
        return texts
    }

    private static func isName(_ name: UnsafePointer<xmlChar>, _ other: StaticString) -> Bool {
        unsafe xmlStrEqual(name, other.utf8Start) != 0
    }

    private static let names: [(StaticString, XESElement)] = [
        ("string", .attribute(.string)), ("date", .attribute(.date)), ("event", .event),
        ("float", .attribute(.float)), ("int", .attribute(.int)), ("trace", .trace),
        ("boolean", .attribute(.boolean)), ("id", .attribute(.id)), ("list", .attribute(.list)),
        ("container", .attribute(.container)), ("values", .values), ("log", .log),
        ("extension", .extension), ("global", .global), ("classifier", .classifier),
    ]

    private static func element(_ name: UnsafePointer<xmlChar>) -> XESElement {
        for (text, element) in names where unsafe name.pointee == text.utf8Start.pointee {
            if unsafe isName(name, text) { return element }
        }
        return .other
    }
}
