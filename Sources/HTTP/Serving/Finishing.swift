/// What is done to every answer of a handler.
enum Finishing {
    static func finish(_ response: Response, for request: Request) -> Response { response }
}
