using System.Buffers;
using Microsoft.AspNetCore.Http;
using Sayso.Core.Export;

namespace Sayso.Web.Api;

/// <summary>The whole ledger in a form of the field, as it is read: memory does not grow with it.</summary>
internal static class LedgerExports
{
    /// <summary>Bytes after which what was written goes on its way.</summary>
    private const int Portion = 64 << 10;

    /// <summary>Maps it.</summary>
    public static void Map(ApiMap map)
    {
        var form = new ApiParameter("format", "In which form.") { Words = [.. map.Exports.Select(f => f.Name)], IsRequired = true };
        map.File(
            "/export",
            new ApiOperation("export", "export", "All that the ledger shows, in a form of the field.", form)
            {
                Claims = ClaimsWanted.None,
                Description = string.Join(" ", map.Exports.Select(f => $"{f.Name}: {f.Description}.")),
            },
            [.. map.Exports.Select(f => f.MediaType).Distinct(StringComparer.Ordinal)],
            (question, _) => SendAsync(map, question, map.Exports.First(f => f.Name == question.Query.Words("format"))));
    }

    private static async Task SendAsync(ApiMap map, ApiQuestion question, ExportForm form)
    {
        var claims = form.HasClaims ? (await map.ClaimsAsync(question.Context.RequestAborted)).Ledger.Claims : [];
        var (response, cancelled) = (question.Context.Response, question.Context.RequestAborted);
        response.ContentType = form.MediaType.StartsWith("text/", StringComparison.Ordinal) ? $"{form.MediaType}; charset=utf-8" : form.MediaType;
        response.Headers.ContentDisposition = $"attachment; filename=\"sayso{form.Ending}\"";
        var source = new ExportSource(question.Ledger, () => claims, question.Version);
        var written = 0;
        foreach (var bytes in form.Write(source, cancelled))
        {
            response.BodyWriter.Write(bytes.Span);
            written += bytes.Length;
            if (written >= Portion)
            {
                await response.BodyWriter.FlushAsync(cancelled);
                written = 0;
            }
        }

        await response.BodyWriter.FlushAsync(cancelled);
    }
}
