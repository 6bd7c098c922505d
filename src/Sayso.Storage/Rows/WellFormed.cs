using System.Text;
using Sayso.Core.Documents;
using Sayso.Core.Errors;
using Sayso.Core.Ledger;
using Sayso.Core.Text;

namespace Sayso.Storage.Rows;

/// <summary>
/// Lone surrogates have no form in UTF-8, which the database holds: they become U+FFFD, which is one UTF-16 unit too, so
/// that spans hold. Done before hashing, so that what is hashed is what is kept.
/// </summary>
internal static class WellFormed
{
    /// <summary>The text without lone surrogates.</summary>
    public static string? Of(string? text)
    {
        if (text is null || !HasLoneSurrogate(text))
        {
            return text;
        }

        // The encoder replaces each by one U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The document with all its texts well formed.</summary>
    public static Document Of(Document document) => document with
    {
        MediaType = Of(document.MediaType)!,
        Text = Of(document.Text)!,
        Path = Of(document.Path),
        Url = Of(document.Url),
        Title = Of(document.Title),
        Outlet = Of(document.Outlet),
        Byline = Of(document.Byline),
        Language = Of(document.Language),
        Problems = document.Problems.Select(p => new Problem(Of(p.Code)!, Of(p.Message)!)).ToValueList(),
    };

    /// <summary>The provenance with all its texts well formed.</summary>
    public static Provenance Of(Provenance provenance) =>
        new(Of(provenance.ProgramVersion)!, Of(provenance.ModelVersion), Of(provenance.Author));

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                {
                    i++;
                }
                else
                {
                    return true;
                }
            }
        }

        return false;
    }
}
