using Microsoft.AspNetCore.Http;
using Sayso.Web.Hosting;

namespace Sayso.Web.Tests.Hosting;

public sealed class GuardTests
{
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.9.9.9", true)]
    [InlineData("::1", true)]
    [InlineData("[::1]", true)]
    [InlineData("localhost", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::", false)]
    [InlineData("192.168.1.4", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("", false)]
    public void Address_IsTheLoopbacks_OrRefused(string address, bool expected) => Assert.Equal(expected, Guard.IsLoopback(address));

    [Theory]
    [InlineData("GET", "127.0.0.1:7292", null, null, true)]
    [InlineData("GET", "rebound.example:7292", null, null, false)]
    [InlineData("GET", "127.0.0.1:7292", "cross-site", null, true)]
    [InlineData("POST", "127.0.0.1:7292", "same-origin", "http://127.0.0.1:7292", true)]
    [InlineData("POST", "127.0.0.1:7292", "cross-site", "http://evil.example", false)]
    [InlineData("POST", "127.0.0.1:7292", "same-site", "http://127.0.0.1:8080", false)]
    [InlineData("POST", "127.0.0.1:7292", null, "http://127.0.0.1:8080", false)]
    [InlineData("POST", "127.0.0.1:7292", null, "null", false)]
    [InlineData("POST", "127.0.0.1:7292", "same-origin", "null", true)]
    [InlineData("POST", "127.0.0.1:7292", "cross-site", "null", false)]
    public void Request_IsAnswered_WhereItComesFromThePageItself(string method, string host, string? site, string? origin, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Host = new HostString(host);
        request.Headers["Sec-Fetch-Site"] = site;
        request.Headers.Origin = origin;
        Assert.Equal(expected, Guard.IsOurs(request));
    }

    [Theory]
    [InlineData("/documents", "cross-site", "navigate", true)]
    [InlineData("/documents", "none", "navigate", true)]
    [InlineData("/health", "cross-site", "no-cors", false)]
    [InlineData("/health", "same-site", "cors", false)]
    [InlineData("/api/v1/claims", "same-origin", "cors", true)]
    [InlineData("/mcp", null, null, true)]
    [InlineData("/mcp", "cross-site", "navigate", false)]
    public void PartOfAnotherSitesPage_IsNotAnswered_ALinkIs(string path, string? site, string? mode, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Host, request.Path) = ("GET", new HostString("127.0.0.1:7292"), path);
        request.Headers["Sec-Fetch-Site"] = site;
        request.Headers["Sec-Fetch-Mode"] = mode;
        Assert.Equal(expected, Guard.IsOurs(request));
    }

    [Fact]
    public void Policy_LetsNothingInlineIn_AndNobodyElse()
    {
        Assert.DoesNotContain("unsafe", Guard.ContentPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", Guard.ContentPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", Guard.ContentPolicy, StringComparison.Ordinal);
    }
}
