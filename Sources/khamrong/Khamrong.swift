@main
struct Khamrong {
    static func main() {}
}
