/** What this room uses of autocannon, which comes without types. */
declare module 'autocannon' {
  type Request = { method: string; path: string; headers: Record<string, string>; body: string };
  type Client = {
    setRequests: (requests: (Partial<Request> & { setupRequest: (request: Request) => Request })[]) => void;
    on: (event: 'response', listener: (status: number, bytes: number, milliseconds: number) => void) => void;
  };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    setupClient: (client: Client) => void;
  };
  type Result = { duration: number; '2xx': number; non2xx: number; errors: number; timeouts: number };
  function autocannon(options: Options): Promise<Result>;
  export = autocannon;
}
