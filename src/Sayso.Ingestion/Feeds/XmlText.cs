using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Sayso.Core.Errors;

namespace Sayso.Ingestion.Feeds;

/// <summary>
/// XML that others wrote, read without its document type: no entity of its own is expanded and nothing outside is
/// looked up. Text that is not well-formed is mended where its author's meaning is plain: HTML's named characters, a lone
/// ampersand, characters that XML forbids, a prefix that is never declared.
/// </summary>
internal static partial class XmlText
{
    private const int MostPrefixes = 100;

    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly Dictionary<string, string> _known = new(StringComparer.Ordinal)
    {
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    };

    /// <summary>Decodes bytes, and mends them where that helps.</summary>
    /// <param name="raw">The bytes.</param>
    /// <param name="options">Bounds.</param>
    /// <exception cref="RefusedException">It nests too deeply.</exception>
    public static string Read(ReadOnlySpan<byte> raw, ReaderOptions options)
    {
        var text = TextDecoder.DecodeXml(raw).Text;
        if (IsWellFormed(text, options))
        {
            return text;
        }

        // What cannot be mended breaks off where it is read.
        var mended = Mend(text);
        _ = IsWellFormed(mended, options);
        return mended;
    }

    /// <summary>A reader over the text, on nothing yet.</summary>
    public static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), _settings);

    private static bool IsWellFormed(string text, ReaderOptions options)
    {
        using var reader = Open(text);
        try
        {
            while (reader.Read())
            {
                if (reader.Depth > options.MaxDepth)
                {
                    throw new RefusedException(new Problem(ProblemCodes.TooDeep,
                        $"it nests more than {options.MaxDepth} elements inside each other."));
                }
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string Mend(string text)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        var kept = new StringBuilder(text.Length);
        for (var i = Math.Max(0, start); i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
        }

        return WithPrefixes(WithReferences(kept.ToString()));
    }

    /// <summary>
    /// Mends references, but not in CDATA sections, where they are none; and takes declarations away, which may stand nowhere
    /// but at the beginning.
    /// </summary>
    private static string WithReferences(string text)
    {
        var made = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var section = text.IndexOf("<![CDATA[", at, StringComparison.Ordinal);
            section = section < 0 ? text.Length : section;
            made.Append(References().Replace(Declaration().Replace(text[at..section], ""), Reference));
            var end = section == text.Length ? -1 : text.IndexOf("]]>", section, StringComparison.Ordinal);
            at = end < 0 ? text.Length : end + 3;
            made.Append(text, section, at - section);
        }

        return made.ToString();
    }

    private static string Reference(Match match)
    {
        if (match.Value.Length == 1)
        {
            return "&amp;";
        }

        if (match.Groups["name"].Value is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            return match.Value;
        }

        var decoded = WebUtility.HtmlDecode(match.Value);
        return decoded == match.Value ? match.Groups["name"].Success ? "&amp;" + match.Value[1..] : ""
            : decoded is "&" ? "&amp;"
            : decoded is "<" ? "&lt;"
            : decoded.Length == 1 && !XmlConvert.IsXmlChar(decoded[0]) ? ""
            : decoded;
    }

    private static string WithPrefixes(string text)
    {
        if (RootTag().Match(text) is not { Success: true } root)
        {
            return text;
        }

        var missing = Prefixes().Matches(text).Select(m => m.Groups[1].Value).Distinct().Take(MostPrefixes)
            .Where(p => p is not "xml" and not "xmlns" && !text.Contains($"xmlns:{p}=", StringComparison.Ordinal));
        var declarations = string.Concat(missing.Select(p => $" xmlns:{p}=\"{_known.GetValueOrDefault(p, "urn:undeclared:" + p)}\""));
        return text.Insert(root.Index + root.Length, declarations);
    }

    [GeneratedRegex(@"&(?:(?<name>[A-Za-z][A-Za-z0-9]{0,30})|#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8});|&")]
    private static partial Regex References();

    [GeneratedRegex(@"<\?xml\s[^?<>]{0,300}\?>")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"<(?:[A-Za-z][\w.-]{0,30}:)?[A-Za-z][\w.-]{0,30}(?=[\s>/])")]
    private static partial Regex RootTag();

    [GeneratedRegex(@"[<\s]([A-Za-z][\w.-]{0,30}):[A-Za-z][\w.-]{0,40}(?=[\s=>/])")]
    private static partial Regex Prefixes();
}
