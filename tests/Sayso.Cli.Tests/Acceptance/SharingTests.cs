using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sayso.Core.Errors;

namespace Sayso.Cli.Tests.Acceptance;

/// <summary>A ledger that is shared, as docs/sharing.md says, with the real program.</summary>
public sealed partial class SharingTests : IDisposable
{
    private const string Password = "a lamp, a ferry, a Tuesday";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Newsroom_IsSetUp_InFiveCommands()
    {
        Certify();
        Assert.Equal(0, Piped(Password, "user", "add", "rosa", "--scope", "admin").Code);
        Assert.Equal(0, Piped(Password, "user", "add", "ola").Code);
        var made = Run("token", "add", "figures desk", "--user", "ola", "--scope", "read", "--expires", "2199-12-31");
        var token = made.Lines.Single();
        Assert.StartsWith("sayso_", token, StringComparison.Ordinal);
        Assert.Contains("not shown again", made.Error, StringComparison.Ordinal);

        using var served = Program.Start(new RunOptions(_place.Path), "serve", "--address", "0.0.0.0", "--port", "0", "--host", "ledger.example", "--certificate", "both.pem");
        try
        {
            var said = await served.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(_patience, TestContext.Current.CancellationToken);
            Assert.Contains("for its users", said, StringComparison.Ordinal);
            using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is { Subject: "CN=ledger.example" } } })
            {
                BaseAddress = new Uri($"https://127.0.0.1:{Port().Match(said!).Groups[1].Value}"),
            };
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
            Assert.Equal(0, Run("token", "revoke", "figures desk").Code);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
        }
        finally
        {
            served.Kill();
            await served.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(await served.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        var audit = Run("audit", "--format", "jsonl").Json;
        Assert.Equal(
            ["refused", "token-revoke", "refused", "token-add", "user-add", "user-add"],
            audit.Select(e => e.GetProperty("action").GetString()!));
        Assert.DoesNotContain(audit, e => e.GetRawText().Contains(token, StringComparison.Ordinal));
        var listed = Run("token", "list", "--format", "jsonl");
        Assert.Equal(["ola", "read", "revoked"], new[] { "user", "scope", "state" }.Select(k => listed.Json.Single().GetProperty(k).GetString()!));
        Assert.DoesNotContain(token, listed.Output, StringComparison.Ordinal);
        Assert.Equal(["ola\twrite", "rosa\tadmin"], Run("user", "list").Lines.Select(l => l[..l.LastIndexOf('\t')]));
    }

    [Fact]
    public async Task UsersTokensAndAudit_AreTheCommandLinesLines_AndAsDescribed()
    {
        Piped(Password, "user", "add", "rosa", "--scope", "admin");
        Piped(Password, "user", "add", "ola", "--scope", "read");
        Assert.Equal(0, Run("user", "scope", "ola", "write").Code);
        Assert.Equal([ProblemCodes.NoSuchName], Run("user", "scope", "eve", "write").Codes);
        Assert.Equal(2, Run("user", "scope", "ola", "everything").Code);
        var token = Run("token", "add", "desk", "--user", "rosa", "--scope", "admin", "--expires", "2199-12-31").Lines.Single();
        using var served = Program.Start(new RunOptions(_place.Path), "serve", "--port", "0");
        try
        {
            var said = await served.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(_patience, TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri(LocalAddress().Match(said!).Value) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var schemas = new Schemas(await JsonAsync(client, "/api/openapi.json", "application/json"));
            foreach (var (resource, command) in new[] { ("users", "user list"), ("tokens", "token list"), ("audit", "audit") })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/{resource}", UriKind.Relative)) { Headers = { { "Accept", "application/jsonl" } } };
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                var printed = Run([.. command.Split(' '), "--format", "jsonl"]);
                Assert.NotEmpty(printed.Lines);
                Assert.Equal(printed.Output, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                Assert.All(printed.Json, line => Assert.Null(schemas.Fault(line, schemas.ItemOf($"/api/v1/{resource}"))));
            }

            Assert.Contains("scope-change", Run("audit").Output, StringComparison.Ordinal);
        }
        finally
        {
            served.Kill();
            await served.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void Plain_IsWarnedOf_AndNobodyIsServed_WithoutUsers()
    {
        Assert.Equal([ProblemCodes.NotLoopback], Run("serve", "--address", "0.0.0.0", "--port", "0").Codes);
        Assert.Equal([ProblemCodes.NotLoopback], Run("serve", "--host", "ledger.example", "--port", "0").Codes);
        Assert.Equal([ProblemCodes.BadCertificate], Run("serve", "--certificate", "none.pem").Codes);
        Assert.Equal([ProblemCodes.NoSuchName], Run("user", "list").Codes);
        Assert.Equal([ProblemCodes.NoSuchName], Run("audit").Codes);
        Piped(Password, "user", "add", "rosa");
        var warned = Program.Shell(_place.Path, "timeout 20 \"$SAYSO\" serve --address 0.0.0.0 --port 0 & sleep 4; kill %1; wait");
        Assert.Equal([ProblemCodes.PlainHttp], warned.Codes);
    }

    [Fact]
    public void Command_IsRefused_WithItsCode()
    {
        Assert.Equal([ProblemCodes.WeakPassword], Piped("short", "user", "add", "rosa").Codes);
        Assert.Equal([ProblemCodes.WeakPassword], Piped("rosarosarosarosa", "user", "add", "rosa").Codes);
        Assert.Equal([ProblemCodes.Usage], Piped(string.Empty, "user", "add", "rosa").Codes);
        Assert.Equal([ProblemCodes.BadName], Piped(Password, "user", "add", "<b>").Codes);
        Assert.Equal(0, Piped(Password, "user", "add", "rosa").Code);
        Assert.Equal([ProblemCodes.BadName], Piped(Password, "user", "add", "ROSA").Codes);
        Assert.Equal([ProblemCodes.NoSuchName], Piped(Password, "user", "password", "ola").Codes);
        Assert.Equal(0, Piped("three storks over Varn", "user", "password", "Rosa").Code);
        Assert.Equal([ProblemCodes.NoSuchName], Run("token", "add", "desk", "--user", "ola").Codes);
        Assert.Equal([ProblemCodes.OutOfScope], Run("token", "add", "desk", "--user", "rosa", "--scope", "admin").Codes);
        Assert.Equal([ProblemCodes.Usage], Run("token", "add", "desk", "--user", "rosa", "--expires", "2001-01-01").Codes);
        Assert.Equal(0, Run("token", "add", "desk", "--user", "rosa").Code);
        Assert.Equal([ProblemCodes.BadName], Run("token", "add", "Desk", "--user", "rosa").Codes);
        Assert.Equal([ProblemCodes.NoSuchName], Run("token", "revoke", "none").Codes);
        Assert.Equal([ProblemCodes.OutputFailed], Run("export", "--output", "sayso.db-access", "--force").Codes);
        Assert.Equal(0, Run("user", "remove", "rosa").Code);
        Assert.Empty(Run("token", "list").Lines);
        Assert.Equal(2, Run("serve", "--host", "http://ledger.example").Code);
        Assert.Equal(2, Run("serve", "--proxy", "nonsense").Code);
        Assert.Equal(2, Run("serve", "--limits", "requests=0").Code);
        Assert.Equal(2, Run("serve", "--limits", "sheep=7").Code);
    }

    private Result Run(params string[] arguments) => Program.Run(_place.Path, arguments);

    private Result Piped(string input, params string[] arguments) =>
        Program.RunWith(new RunOptions(_place.Path) { Input = Encoding.UTF8.GetBytes(input.Length == 0 ? input : $"{input}\n") }, arguments);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/api/v1/documents", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { { "Accept", type } } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A certificate and its key in one PEM file.</summary>
    private void Certify()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=ledger.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        _place.Write("both.pem", $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex LocalAddress();

    [GeneratedRegex(@"https://0\.0\.0\.0:(\d+)")]
    private static partial Regex Port();
}
