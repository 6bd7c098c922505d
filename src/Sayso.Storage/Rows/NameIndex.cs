using System.Text;
using System.Text.Json;
using Sayso.Core.Attributions;
using Sayso.Core.Entities;
using Sayso.Core.Text;
using Sayso.Storage.Files;

namespace Sayso.Storage.Rows;

/// <summary>
/// The table <c>name_search</c>: of each statement of a present analysis that is somebody's, the words of the names by which
/// it is found (<see cref="WhoQuery.Words"/>).
/// </summary>
internal sealed class NameIndex(Database database)
{
    /// <summary>The name of <see cref="Stored"/> in SQL.</summary>
    public const string Function = "sayso_names";

    /// <summary>
    /// How the words of a statement that is stored are asked for, of the tables <c>document d</c> and <c>statement s</c>. The
    /// text is read only where there is no chain.
    /// </summary>
    public const string Column = Function + "(s.spans, s.understanding, CASE WHEN instr(s.understanding, '\"chain\":') THEN NULL ELSE d.text END)";

    /// <summary>Adds a statement's words.</summary>
    /// <param name="number">The statement's number.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="source">Its source's words; <c>null</c> where it has none.</param>
    public void Insert(long number, Statement statement, string? source)
    {
        if (Joined([.. statement.Chain.Select(hop => hop.Name)], source) is { } names)
        {
            database.Execute("INSERT INTO name_search (rowid, names) VALUES ($number, $names)", ("$number", number), ("$names", names));
        }
    }

    /// <summary>What finds statements in the index that hold all the words of one of several wordings.</summary>
    public static string ToMatch(IReadOnlyList<IReadOnlyList<string>> wordings) =>
        string.Join(" OR ", wordings.Select(words => $"({string.Join(" AND ", words.Select(word => $"\"{word}\""))})").Distinct(StringComparer.Ordinal));

    /// <summary>What finds statements in the index that hold all of some words; nothing where there are none.</summary>
    public static string ToMatch(IReadOnlyList<string> words) => words.Count > 0 ? ToMatch([words]) : "\"\"";

    /// <summary>
    /// The words of a statement that is stored; <c>null</c> where it is nobody's. What is damaged has no words, since a ledger
    /// has to be opened to be verified.
    /// </summary>
    /// <param name="spans">As <see cref="SpanCodec"/> wrote them.</param>
    /// <param name="understanding">As <see cref="UnderstandingCodec"/> wrote it.</param>
    /// <param name="text">The document's text; needed where the statement has no chain.</param>
    public static string? Stored(byte[]? spans, string? understanding, string? text)
    {
        try
        {
            var names = understanding is null ? [] : NamesOf(understanding);
            var source = names.Count > 0 || spans is null || text is null ? SpanList.Empty : SpanCodec.Decode(spans).Source;
            return Joined(names, source.Count == 0 || source.Extent.End > text!.Length ? null : source.TextOf(text));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Joined(IReadOnlyCollection<string> names, string? source) =>
        string.Join(' ', WhoQuery.Words(names, source)) is { Length: > 0 } words ? words : null;

    private static List<string> NamesOf(string understanding)
    {
        List<string> names = [];
        Utf8JsonReader json = new(Encoding.UTF8.GetBytes(understanding));
        while (json.Read())
        {
            if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName)
            {
                continue;
            }

            var isChain = json.ValueTextEquals("chain"u8);
            json.Read();
            if (!isChain)
            {
                json.Skip();
                continue;
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                if (json.TokenType == JsonTokenType.PropertyName)
                {
                    var isName = json.ValueTextEquals("name"u8);
                    json.Read();
                    if (isName)
                    {
                        names.Add(json.GetString()!);
                    }
                    else
                    {
                        json.Skip();
                    }
                }
            }

            break;
        }

        return names;
    }
}
