using System.Text.Json;
using NodaTime.Text;
using Sayso.Core.Analysis;
using Sayso.Core.Corrections;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// Claims as schema.org has them: each with the articles that it appears in; a ClaimReview only of those that a person graded, with
/// that grade, that person and that reason. What the program reckons is no review, and is left out.
/// </summary>
internal static class ClaimReviews
{
    /// <summary>The rating that stands for “confirmed”: the Admiralty code counts the other way round, and its 6 is off the scale.</summary>
    private const int Best = 5;

    private const int CannotBeJudged = 6;

    /// <summary>Writes the graph.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ExportSource source, CancellationToken cancellationToken)
    {
        using var json = new JsonPieces();
        yield return JsonPieces.Text("{\"@context\":\"https://schema.org\",\"@graph\":[\n");
        foreach (var claim in source.Claims())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return json.Object(isInList: true, w => Claim(w, claim, source));
            if (claim.GradedBy is { } by)
            {
                yield return json.Object(isInList: true, w => Review(w, claim, by));
            }
        }

        yield return JsonPieces.Text("\n]}\n");
    }

    private static string IdOf(LedgerClaim claim) => $"urn:sayso:claim:{claim.Claim.Id}";

    private static void Claim(Utf8JsonWriter json, LedgerClaim claim, ExportSource source)
    {
        json.WriteString("@type", "Claim");
        json.WriteString("@id", IdOf(claim));
        json.WriteString("identifier", claim.Claim.Id);
        json.WriteString("text", PlainWords.Line(claim.Claim.Proposition));
        List<Document> articles = [.. claim.Claim.Documents.Select(source.Document)];
        json.WriteStartArray("appearance");
        foreach (var article in articles)
        {
            json.WriteStartObject();
            Article(json, article);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (articles.Where(a => a.Published is not null).MinBy(a => a.Published!.Value.ToInstant()) is { } first)
        {
            json.WriteStartObject("firstAppearance");
            json.WriteString("@id", $"urn:sayso:document:{first.Id}");
            json.WriteEndObject();
        }
    }

    private static void Article(Utf8JsonWriter json, Document article)
    {
        json.WriteString("@type", "NewsArticle");
        json.WriteString("@id", $"urn:sayso:document:{article.Id}");
        Known(json, "url", SafeAddress.Of(article.Url));
        Known(json, "headline", article.Title);
        Known(json, "datePublished", article.Published is { } published ? OffsetDateTimePattern.Rfc3339.Format(published) : null);
        Known(json, "inLanguage", article.Language);
        if (article.Outlet is { } outlet)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", outlet);
            json.WriteEndObject();
        }
    }

    private static void Review(Utf8JsonWriter json, LedgerClaim claim, CorrectionEntry by)
    {
        var grade = claim.Grade;
        json.WriteString("@type", "ClaimReview");
        json.WriteString("@id", $"urn:sayso:claim:{claim.Claim.Id}:review");
        json.WriteString("claimReviewed", PlainWords.Line(claim.Claim.Proposition));
        json.WriteString("datePublished", InstantPattern.ExtendedIso.Format(by.At));
        json.WriteStartObject("author");
        json.WriteString("@type", "Person");
        json.WriteString("name", by.Author);
        json.WriteEndObject();
        json.WriteStartObject("itemReviewed");
        json.WriteString("@id", IdOf(claim));
        json.WriteEndObject();
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        if (grade.Value < CannotBeJudged)
        {
            json.WriteNumber("ratingValue", Best + 1 - grade.Value);
            json.WriteNumber("bestRating", Best);
            json.WriteNumber("worstRating", 1);
        }

        json.WriteString("alternateName", grade.Word);
        json.WriteEndObject();
        Known(json, "reviewBody", by.Reason);
    }

    private static void Known(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
