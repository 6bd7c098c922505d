using System.Text;
using Microsoft.AspNetCore.Http;
using Sayso.Core.Dossiers;

namespace Sayso.Web.Api;

/// <summary>Sends the dossiers of claims.</summary>
internal static class ClaimDossiers
{
    /// <summary>HTML.</summary>
    public const string Html = "text/html";

    /// <summary>Markdown (RFC 7763).</summary>
    public const string Markdown = "text/markdown";

    /// <summary>The dossier's own policy, as its file has it: text and its own style, nothing that runs, nothing from anywhere.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Sends the one that is asked for, as a file to be kept.</summary>
    public static async Task SendAsync(ApiQuestion question, string type)
    {
        var form = question.Query.Words("format") switch { "html" => Html, "markdown" => Markdown, _ => type };
        var dossier = new DossierBuilder(question.Ledger, question.Views.Ledger, question.Version).Of(question.Id, question.Query.Day("as-of"));
        var (text, ending) = form == Html ? (HtmlDossier.Of(dossier), ".html") : (MarkdownDossier.Of(dossier), ".md");
        var response = question.Context.Response;
        response.ContentType = $"{form}; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ContentDisposition = $"attachment; filename=\"{dossier.FileName}{ending}\"";
        await response.WriteAsync(text, Encoding.UTF8, question.Context.RequestAborted);
    }
}
