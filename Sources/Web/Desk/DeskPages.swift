/// All pages of the officers' desk, each area by its own files.
enum DeskPages {
    static func add(to routes: inout PageRoutes) {
        SignInPage.add(to: &routes)
        SignOutPage.add(to: &routes)
        UnsentPages.add(to: &routes)
        OwnPages.add(to: &routes)
        OfficersPages.add(to: &routes)
        QueuePages.add(to: &routes)
        FiguresPages.add(to: &routes)
        IdentityDesk.add(to: &routes)
        PrivacyDesk.add(to: &routes)
        DeskFilingPages.add(to: &routes)
        SettingsPages.add(to: &routes)
        SystemsPages.add(to: &routes)
        DeskCasePages.add(to: &routes)
        AuditPages.add(to: &routes)
    }
}
