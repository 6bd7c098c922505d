using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using NodaTime;
using Sayso.Core.Access;
using Sayso.Core.Ledger;
using Sayso.Storage.Access;
using Sayso.Web.Access;

namespace Sayso.Web.Tests.Access;

/// <summary>A server with users: rosa, who may all; ola, who may write; and ines, who may read.</summary>
internal sealed partial class SharedServer : IAsyncDisposable
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "a lamp, a ferry, a Tuesday";

    // Hashing is slow on purpose: once is enough.
    private static readonly Lazy<string> _hash = new(() => Passwords.Hash("anybody", Password));

    private readonly SiteServer _server;

    private SharedServer(TemporaryLedger ledger, SqliteAccess store, SiteServer server) => (Ledger, Store, _server) = (ledger, store, server);

    public TemporaryLedger Ledger { get; }

    public SqliteAccess Store { get; }

    /// <summary>The clock, which stands still until it is moved.</summary>
    public MovableClock Clock { get; private init; } = null!;

    public Uri Address => new(_server.Address);

    public static async Task<SharedServer> StartAsync(ServeOptions? options = null, Intake? intake = null)
    {
        var ledger = new TemporaryLedger([(Made.Document(), Made.Statements(Made.Document()))]);
        var (store, clock) = (SqliteAccess.OpenOrCreate(ledger.Path), new MovableClock());
        foreach (var (name, scope) in new[] { ("rosa", AccessScope.Admin), ("ola", AccessScope.Write), ("ines", AccessScope.Read) })
        {
            store.AddUser(new User(name, scope, clock.Now), _hash.Value);
        }

        var site = Made.Site(ledger) with { Time = clock, Intake = intake ?? ((inputs, _) => Read(ledger, inputs)) };
        var server = await SiteServer.StartAsync(site, (options ?? new ServeOptions()) with { Port = 0, Access = store }, TestContext.Current.CancellationToken);
        return new SharedServer(ledger, store, server) { Clock = clock };
    }

    /// <summary>A token of a user.</summary>
    public string Token(string user, AccessScope scope, Instant? expires = null)
    {
        var token = Secret.New(Secret.TokenPrefix);
        Store.AddToken(new AccessToken($"token {Store.Tokens().Count}", user, scope, Clock.Now) { Expires = expires }, Secret.HashOf(token));
        return token;
    }

    /// <summary>A program: without a token where that is <c>null</c>.</summary>
    public HttpClient Program(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is { Subject: "CN=ledger.example" } } }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A browser with cookies, which says where its forms began.</summary>
    public Browser Browse() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Store.Dispose();
        Ledger.Dispose();
    }

    /// <summary>Reads as the program does: every input is a text, whose entry names its author.</summary>
    private static IEnumerable<IntakeResult> Read(TemporaryLedger ledger, IReadOnlyList<IntakeInput> inputs) => inputs.Select(input =>
    {
        var document = Made.Document(System.Text.Encoding.UTF8.GetString(input.Bytes.Span));
        var outcome = ledger.Ask(l => l.Add(document, [], Made.Reading with { Author = input.Author }));
        return new IntakeResult(input.Name) { DocumentId = document.Id, Outcome = outcome };
    });

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    /// <summary>What a person uses.</summary>
    internal sealed class Browser : IDisposable
    {
        private readonly HttpClient _client;

        public Browser(Uri address)
        {
            Cookies = new CookieContainer();
            _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
            _client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        }

        public CookieContainer Cookies { get; }

        public string? Session => Cookies.GetCookies(_client.BaseAddress!)["sayso-session"]?.Value;

        public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        public async Task<string> PageAsync(string path)
        {
            using var answer = await GetAsync(path);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        public async Task<string> TokenAsync(string path) => FormToken().Match(await PageAsync(path)) is { Success: true } token ? token.Groups[1].Value : throw new InvalidOperationException($"{path} has no form.");

        /// <summary>Sends a form as the page at <paramref name="page"/> would.</summary>
        public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields) =>
            await PostAsync(action, [("form-token", await TokenAsync(page)), .. fields]);

        public async Task<HttpResponseMessage> PostAsync(string action, params (string Name, string Value)[] fields)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative))
            {
                Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
            };
            request.Headers.Add("Origin", _client.BaseAddress!.GetLeftPart(UriPartial.Authority));
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            return await _client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public Task<HttpResponseMessage> SignInAsync(string name, string password = Password, string back = "/") =>
            SendAsync("/sign-in", "/sign-in", ("name", name), ("password", password), ("back", back));

        public void Dispose() => _client.Dispose();
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovableClock : TimeProvider
{
    private static readonly DateTimeOffset _start = new(2031, 4, 1, 8, 0, 0, TimeSpan.Zero);

    private TimeSpan _moved;

    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    public void Move(TimeSpan by) => _moved += by;

    public override DateTimeOffset GetUtcNow() => _start + _moved;
}
