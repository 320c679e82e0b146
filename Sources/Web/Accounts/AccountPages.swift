/// Everything about one's own account, from registering to asking to be forgotten.
enum AccountPages {
    static func add(to routes: inout PageRoutes) {
        TermsStep.add(to: &routes)
        DetailsStep.add(to: &routes)
        PhotosStep.add(to: &routes)
        LoginPage.add(to: &routes)
        LogoutPage.add(to: &routes)
        ProviderPages.add(to: &routes)
        ForgottenPages.add(to: &routes)
        AccountPage.add(to: &routes)
        ProfilePage.add(to: &routes)
        ContactPage.add(to: &routes)
        ConfirmPage.add(to: &routes)
        IdentityPage.add(to: &routes)
        PicturePage.add(to: &routes)
        PasswordPage.add(to: &routes)
        SessionsPage.add(to: &routes)
        ViewingsPage.add(to: &routes)
        DataPage.add(to: &routes)
        AccessPage.add(to: &routes)
        ErasurePage.add(to: &routes)
    }
}
