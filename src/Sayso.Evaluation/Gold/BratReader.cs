using System.Globalization;
using System.Text.RegularExpressions;
using Sayso.Core.Attributions;
using Sayso.Core.Linguistics;
using Sayso.Core.Text;

namespace Sayso.Evaluation.Gold;

/// <summary>
/// Reads attributions in brat's standoff form as PolNeAR uses it: <c>T</c> lines are spans in half-open code points,
/// <c>E</c> lines relate them: <c>E6⇥Attribution:T24 Content:T23 Cue:T22 Source:T21</c>.
/// </summary>
/// <remarks>
/// What is left out: the trigger (the first argument, which repeats the cue), relations without a cue, arguments whose
/// span is of another type than their role, and spans that no relation names. A number after a role (<c>Content2</c>)
/// adds fragments to it. The text that <c>T</c> lines repeat is never read, since it may hold line ends.
/// </remarks>
public static partial class BratReader
{
    /// <summary>The attributions of one annotation file, in the order of its relations.</summary>
    /// <param name="text">The text that the offsets count in.</param>
    /// <param name="annotation">The content of the annotation file; may be empty.</param>
    /// <param name="name">What an error calls the file.</param>
    /// <exception cref="Core.Errors.SaysoException">
    /// A line is malformed, names a span that is not there, or reaches beyond the text (<c>SAY4002</c>).
    /// </exception>
    public static ValueList<Attribution> Read(string text, string annotation, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(annotation);
        var map = new CodePointMap(text);
        Dictionary<string, Marked> spans = new(StringComparer.Ordinal);
        List<(int Number, string Arguments)> relations = [];
        var number = 0;
        foreach (var line in annotation.Split('\n'))
        {
            number++;
            if (SpanLine().Match(line) is { Success: true } span)
            {
                spans[span.Groups["id"].Value] = new(
                    span.Groups["type"].Value,
                    [.. span.Groups["offsets"].Value.Split(';').Select(f => Fragment(f, map, name, number))]);
            }
            else if (RelationLine().Match(line) is { Success: true } relation)
            {
                relations.Add((number, relation.Groups["arguments"].Value));
            }
            else if (IdStart().IsMatch(line))
            {
                throw CorpusFile.Bad($"{name}:{number}", "the line has no type and arguments");
            }
        }

        // Arguments may point to spans further down, so relations are read when all spans are known.
        return relations.Select(r => Relate(r.Arguments, spans, $"{name}:{r.Number}"))
            .Where(a => a.Cue.Count > 0)
            .ToValueList();
    }

    private static Attribution Relate(string arguments, Dictionary<string, Marked> spans, string where)
    {
        var parts = new List<TextSpan>[] { [], [], [] };
        foreach (var argument in arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            if (Argument().Match(argument) is not { Success: true } match)
            {
                throw CorpusFile.Bad(where, $"‘{argument}’ is no argument");
            }

            if (!spans.TryGetValue(match.Groups["id"].Value, out var marked))
            {
                throw CorpusFile.Bad(where, $"there is no span {match.Groups["id"].Value}");
            }

            if (RoleOf(match.Groups["role"].Value) is { } role && role == RoleOf(marked.Type))
            {
                parts[(int)role].AddRange(marked.Fragments);
            }
        }

        return new(
            CorpusFile.Merge(parts[(int)Role.Source]),
            CorpusFile.Merge(parts[(int)Role.Cue]),
            CorpusFile.Merge(parts[(int)Role.Content]));
    }

    private static Role? RoleOf(string name) => name.ToUpperInvariant() switch
    {
        "SOURCE" => Role.Source,
        "CUE" => Role.Cue,
        "CONTENT" => Role.Content,
        _ => null,
    };

    private static TextSpan Fragment(string fragment, CodePointMap map, string name, int line)
    {
        var bounds = fragment.Split(' ');
        try
        {
            return new(Offset(bounds[0]), Offset(bounds[1]));
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw CorpusFile.Bad($"{name}:{line}", $"the span {fragment} does not lie in the text", error);
        }

        int Offset(string digits) => map.ToUtf16(int.Parse(digits, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(?<id>T[0-9]+)\t(?<type>[^ \t]+) (?<offsets>[0-9]+ [0-9]+(;[0-9]+ [0-9]+)*)(\t|\r?$)", RegexOptions.ExplicitCapture)]
    private static partial Regex SpanLine();

    [GeneratedRegex(@"^E[0-9]+\t(?<arguments>[^\t\r]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex RelationLine();

    // Only what begins like a span or relation is taken for a broken one: the rest is notes or the text of a span.
    [GeneratedRegex(@"^[TE][0-9]+\t")]
    private static partial Regex IdStart();

    [GeneratedRegex(@"^(?<role>[^:]+?)[0-9]*:(?<id>[^:]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Argument();

    private sealed record Marked(string Type, IReadOnlyList<TextSpan> Fragments);
}
