using System.Text;
using System.Xml;
using NodaTime;
using NodaTime.Text;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Text;
using Sayso.Core.Watchlists;

namespace Sayso.Core.Export;

/// <summary>What is on a watchlist as a feed for readers of feeds (Atom, RFC 4287): an entry a statement, those that came last first.</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Entries of a feed at most: readers come again.</summary>
    public const int MostEntries = 100;

    private const int LongestTitle = 140;

    private static readonly InstantPattern _time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>The feed.</summary>
    /// <param name="list">The list.</param>
    /// <param name="statements">What is on it, those that came last first.</param>
    /// <param name="server">The address of the page, without a slash at its end: <c>http://127.0.0.1:7292</c>.</param>
    /// <param name="documentOf">Gives documents by their ids: for their addresses.</param>
    public static byte[] Of(Watchlist list, IReadOnlyList<WatchedStatement> statements, string server, Func<string, Document> documentOf)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(statements);
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(documentOf);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            Element(xml, "id", $"urn:sayso:watchlist:{list.Id}");
            Element(xml, "title", list.Name);
            Element(xml, "subtitle", list.Claim is null ? list.Search.ToString() : "a claim");
            Element(xml, "updated", _time.Format(statements.Count > 0 ? statements[0].At : list.CreatedAt));
            Link(xml, "self", $"{server}/watchlists/{list.Id}.atom", "application/atom+xml");
            Link(xml, "alternate", $"{server}/watchlists/{list.Id}", "text/html");
            Person(xml, "Sayso");
            Element(xml, "generator", "Sayso");
            Document? document = null;
            foreach (var statement in statements)
            {
                var id = statement.Entry.Statement.DocumentId;
                document = document?.Id == id ? document : documentOf(id);
                Entry(xml, statement, document, server);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, WatchedStatement watched, Document document, string server)
    {
        var statement = watched.Entry.Statement;
        var who = statement.IsOwnVoice ? document.Outlet ?? "the page itself" : statement.SourceHop is { } hop && hop.Name != Hop.Unspecified ? hop.Name : "nobody named";
        var words = PlainWords.Line(watched.Entry.ContentText.Length > 0 ? watched.Entry.ContentText : watched.Entry.CueText);
        var stance = statement.Attitude is { } attitude ? ClosedSet.NameOf(attitude.Stance) : null;
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"urn:sayso:statement:{statement.Id}");
        Element(xml, "title", $"{PlainWords.Line(who)}{(stance is null ? string.Empty : $" ({stance})")}: {Clipped(words)}");
        Element(xml, "updated", _time.Format(watched.At));
        if (document.Published is { } published)
        {
            Element(xml, "published", _time.Format(published.ToInstant()));
        }

        Person(xml, document.Outlet ?? document.Byline ?? "an outlet without a name");
        Link(xml, "alternate", $"{server}/statements/{statement.Id}", "text/html");
        if (SafeAddress.Of(document.Url) is { } address)
        {
            Link(xml, "via", address, type: null);
        }

        if (stance is not null)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", stance);
            xml.WriteAttributeString("scheme", "urn:sayso:vocabulary:stance");
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Valid(Attributions.StatementPassage.Of(document, statement).Slice(document.Text).ToString()));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Person(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Element(xml, "name", PlainWords.Line(name));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string words) => xml.WriteElementString(name, Atom, Valid(words));

    private static string Clipped(string words)
    {
        if (words.Length <= LongestTitle)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', LongestTitle);
        end = end < LongestTitle / 2 ? LongestTitle : end;
        return $"{words[..(char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)]}…";
    }

    /// <summary>Words without what XML has no form for: U+FFFD stands in its place.</summary>
    private static string Valid(string words)
    {
        var valid = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            valid.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\ufffd");
        }

        return valid.ToString();
    }
}
