/// Unicode's normal form C for Thai and Latin letters.
///
/// There is no Foundation here and the standard library keeps its normaliser to itself. Canonical
/// order is exact for every script (the combining classes are the standard library's); letters are
/// composed only from the Latin blocks below, since Thai has none to compose. Korean typed in
/// single jamo, or kana with separate marks, stays as it is.
enum CanonicalComposition {
    static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        // A starter and the marks after it.
        var cluster: [(scalar: Unicode.Scalar, order: UInt8)] = []
        for scalar in scalars {
            let order = order(of: scalar)
            if order == 0 {
                flush(&cluster, to: &result)
                decompose(scalar, into: &cluster)
            } else {
                cluster.append((scalar, order))
            }
        }
        flush(&cluster, to: &result)
        return result
    }

    private typealias Cluster = [(scalar: Unicode.Scalar, order: UInt8)]

    private static func order(of scalar: Unicode.Scalar) -> UInt8 {
        scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
    }

    private static func decompose(_ scalar: Unicode.Scalar, into cluster: inout Cluster) {
        guard scalar.value >= 0xC0, let (base, mark) = decompositions[scalar] else {
            cluster.append((scalar, 0))
            return
        }
        decompose(base, into: &cluster)
        cluster.append((mark, order(of: mark)))
    }

    /// Puts each mark behind those of its class or a lower one.
    private static func sort(_ cluster: inout Cluster) {
        let isSorted = zip(cluster, cluster.dropFirst()).allSatisfy { $0.order <= $1.order }
        if isSorted { return }
        cluster = cluster.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
    }

    private static func flush(
        _ cluster: inout Cluster, to result: inout [Unicode.Scalar]
    ) {
        sort(&cluster)
        if cluster.count > 1, cluster[0].order == 0 { compose(&cluster) }
        for member in cluster { result.append(member.scalar) }
        cluster.removeAll(keepingCapacity: true)
    }

    /// Joins the starter with each mark that no mark of the same class keeps from it.
    private static func compose(_ cluster: inout Cluster) {
        var kept: Cluster = [cluster[0]]
        for member in cluster.dropFirst() {
            let isBlocked = kept.count > 1 && (kept.last?.order ?? 0) >= member.order
            if !isBlocked, let joined = compositions[Pair(kept[0].scalar, member.scalar)] {
                kept[0].scalar = joined
            } else {
                kept.append(member)
            }
        }
        cluster = kept
    }

    private struct Pair: Hashable {
        let base: Unicode.Scalar
        let mark: Unicode.Scalar

        init(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) {
            self.base = base
            self.mark = mark
        }
    }

    private static let compositions: [Pair: Unicode.Scalar] = {
        var compositions: [Pair: Unicode.Scalar] = [:]
        for (composed, parts) in decompositions {
            compositions[Pair(parts.base, parts.mark)] = composed
        }
        return compositions
    }()

    private static let decompositions:
        [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] =
            {
                var decompositions: [Unicode.Scalar: (base: Unicode.Scalar, mark: Unicode.Scalar)] =
                    [:]
                for (mark, letters) in latin {
                    guard let mark = Unicode.Scalar(mark) else { continue }
                    let scalars = Array(letters.unicodeScalars)
                    for index in stride(from: 0, to: scalars.count, by: 2) {
                        decompositions[scalars[index + 1]] = (scalars[index], mark)
                    }
                }
                return decompositions
            }()

    /// For each mark: a letter, then what it becomes with the mark. Blocks Latin-1 Supplement,
    /// Latin Extended-A and -B, Latin Extended Additional, from Unicode's UnicodeData.txt.
    private static let latin: [(mark: UInt32, letters: String)] = [
        (
            0x0300,
            "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừ"
                + "YỲyỳ"
        ),
        (
            0x0301,
            "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽ"
                + "ØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớ"
                + "ƯỨưứ"
        ),
        (0x0302, "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
        (0x0303, "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
        (
            0x0304,
            "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹ"
                + "ṚṜṛṝ"
        ),
        (0x0306, "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
        (
            0x0307,
            "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤ"
                + "śṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"
        ),
        (0x0308, "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
        (0x0309, "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
        (0x030A, "AÅaåUŮuůwẘyẙ"),
        (0x030B, "OŐoőUŰuű"),
        (
            0x030C,
            "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩ"
                + "ƷǮʒǯjǰHȞhȟ"
        ),
        (0x030F, "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
        (0x0311, "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
        (0x031B, "OƠoơUƯuư"),
        (
            0x0323,
            "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiị"
                + "OỌoọƠỢơợUỤuụƯỰưựYỴyỵ"
        ),
        (0x0324, "UṲuṳ"),
        (0x0325, "AḀaḁ"),
        (0x0326, "SȘsșTȚtț"),
        (0x0327, "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
        (0x0328, "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
        (0x032D, "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
        (0x032E, "HḪhḫ"),
        (0x0330, "EḚeḛIḬiḭUṴuṵ"),
        (0x0331, "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
    ]
}
