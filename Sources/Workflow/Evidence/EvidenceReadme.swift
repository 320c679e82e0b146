/// What a pack says of itself to whoever unpacks it.
enum EvidenceReadme {
    static func text(stream: String, _ isOpen: Bool) -> String {
        """
        หลักฐานของ \(stream)
        ====================

        entries/      เหตุการณ์ทุกรายการของคำร้อง เป็นไบต์เดียวกับที่บันทึกไว้ ชื่อไฟล์คือตำแหน่งในบันทึก
        proofs/       หลักฐานว่าแต่ละรายการอยู่ในบันทึก (C2SP tlog-proof)
        checkpoint    สิ่งที่สำนักงานลงลายมือชื่อไว้: จำนวนรายการและแฮชของทั้งบันทึก
        vkey          กุญแจสาธารณะของสำนักงาน ต้องเทียบกับที่ได้จากทางอื่น
        receipt.tlog-proof  ใบรับคำร้อง
        \(isOpen
            ? "sections/     ข้อความที่ปิดผนึกไว้ พร้อมเกลือ เทียบกับข้อผูกพันในรายการได้\n"
                + "documents/    ไฟล์แนบและเอกสารที่ออก ชื่อไฟล์คือตำแหน่ง-ลำดับ"
            : "ข้อความที่ปิดผนึกและไฟล์ไม่อยู่ในชุดนี้")
        verify.py     ตรวจทั้งหมดโดยไม่ต้องต่อเครือข่าย: python3 verify.py --key "กุญแจจากทางอื่น"

        ชุดนี้แสดงสิ่งที่บันทึกถึงเวลาที่ลงลายมือชื่อ เหตุการณ์หลังจากนั้นไม่อยู่ในนี้
        \(isOpen ? "มีข้อมูลส่วนบุคคล การเปิดถูกบันทึกไว้ในคำร้องแล้ว โปรดเก็บรักษาตามกฎหมาย\n" : "")
        Evidence of \(stream)
        ====================

        entries/      every event of the case, the very bytes that are stored, by position
        proofs/       that each stands in the log (C2SP tlog-proof)
        checkpoint    what the office has signed: how many entries, and the hash of the whole log
        vkey          the office's public key; compare it with what you have from elsewhere
        receipt.tlog-proof  the receipt of the filing
        \(isOpen
            ? "sections/     what was sealed, with its salt: it must fit the commitment in the entry\n"
                + "documents/    attached files and issued documents, by position and number"
            : "What is sealed, and the files, are not in this pack.")
        verify.py     checks all of it without a network: python3 verify.py --key "KEY FROM ELSEWHERE"

        The pack shows what was recorded up to the checkpoint; what came later is not in it.
        \(isOpen ? "It holds personal data; its opening is recorded in the case. Keep it as the law asks.\n" : "")
        """
    }
}
