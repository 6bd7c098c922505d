using CsCheck;
using NodaTime;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Claims;
using Sayso.Core.Documents;
using Sayso.Core.Quantities;
using Sayso.Core.Text;
using Sayso.Core.Times;

namespace Sayso.Core.Tests.Claims;

/// <summary>Statements to group: read from invented sentences, or made at random. Their vectors are bags of words.</summary>
internal static class MadeTraits
{
    private static readonly string[] _nouns = ["ferry", "list", "captain", "cargo", "door", "strait"];
    private static readonly string[] _verbs = ["overloaded", "sank", "closed", "inspected"];
    private static readonly string[] _names = ["Corriel", "Sandrel", "Orsolya"];

    /// <summary>A bag of words as a vector: alike where words are, and the same on every machine.</summary>
    public static SentenceVector Vector(string text)
    {
        var values = new float[64];
        values[0] = 0.3f;
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var hash = word.Aggregate(17u, (sum, c) => (sum * 31) + c);
            values[1 + (hash % 63)] += 1;
        }

        return new SentenceVector(values);
    }

    /// <summary>A statement whose content is all of a text.</summary>
    public static StatementTraits Read(string id, string text, Stance stance = Stance.Assert, Polarity polarity = Polarity.Positive)
    {
        var published = new LocalDateTime(2031, 3, 12, 8, 0).WithOffset(Offset.Zero);
        var document = new Document { Id = "doc-" + id, Raw = default, RawHash = "", MediaType = "text/plain", Text = text, Published = published };
        var times = TimeReader.Read(text, published);
        var statement = new Statement(id, document.Id, SpanList.Empty, SpanList.Empty, SpanList.Of(new TextSpan(0, text.Length)))
        {
            Attitude = new Attitude(stance, Certainty.Certain, polarity),
            Quantities = QuantityReader.Read(text, times).ToValueList(),
            Times = times.ToValueList(),
        };
        return TraitReader.Read(document, [statement], texts => [.. texts.Select(Vector)]).Single();
    }

    /// <summary>Up to 14 statements of a small world, in which many are alike and many must stay apart.</summary>
    public static Gen<StatementTraits[]> Some { get; } = Of(1, 14);

    /// <summary>So many that groups of one part of them do not touch each other.</summary>
    public static Gen<StatementTraits[]> Many { get; } = Of(30, 90);

    private static Gen<StatementTraits[]> Of(int fewest, int most) => Gen.Select(
            Any(_nouns), Any(_verbs), Any(_names), Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool))
        .Select((noun, verb, name, more) => (Text: Sentence(noun, verb, name, more.Item1, more.Item2), IsNegative: more.Item3))
        .Array[fewest, most]
        .Select(made => made.Select((m, i) => Read($"{(i * 7919) % 97:00}-{i}", m.Text, polarity: m.IsNegative ? Polarity.Negative : Polarity.Positive)).ToArray());

    private static Gen<string> Any(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string Sentence(string noun, string verb, string name, int count, int day) =>
        $"The {noun} of the {name} was {verb}{(count == 0 ? "" : $" with {count * 40} people")}{(day == 0 ? "" : $" on March {day * 4}")}.";
}
