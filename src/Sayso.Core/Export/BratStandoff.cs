using System.Text;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Export;

/// <summary>
/// Statements in brat's standoff form, as PolNeAR has it: a text-bound line (<c>T</c>) for each role and for the
/// attribution's trigger, and an event line (<c>E</c>) that relates them; stance, certainty and polarity are its attributes
/// (<c>A</c>), and the chain of sources is its note (<c>#</c>). Offsets are half-open code points of the text
/// file beside it. Fragments end at line ends, since brat allows none inside a span.
/// </summary>
public static class BratStandoff
{
    /// <summary>The <c>annotation.conf</c> with which brat shows the files.</summary>
    public static string Configuration { get; } =
        $"""
        [entities]
        Source
        Cue
        Content

        [relations]

        [events]
        Attribution Source?:Source, Cue:Cue, Content?:Content

        [attributes]
        Stance Arg:Attribution, Value:{string.Join('|', ClosedSet.Names<Stance>())}
        Certainty Arg:Attribution, Value:{string.Join('|', ClosedSet.Names<Certainty>())}
        Polarity Arg:Attribution, Value:{string.Join('|', ClosedSet.Names<Polarity>())}

        """;

    /// <summary>The annotation file of one document; empty where it has no statement.</summary>
    public static string Annotation(Document document, IEnumerable<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statements);
        var file = new File(document.Text);
        foreach (var statement in statements)
        {
            file.Add(statement);
        }

        return file.ToString();
    }

    private sealed class File(string text)
    {
        private readonly StringBuilder _lines = new();
        private readonly CodePointMap _map = new(text);
        private readonly Dictionary<(string Type, string Offsets), int> _spans = [];
        private int _written;
        private int _relations;
        private int _attributes;
        private int _notes;

        public void Add(Statement statement)
        {
            // The format knows attributions only: what an outlet asserts itself is none.
            if (statement.IsOwnVoice)
            {
                return;
            }

            // Several statements may share a source, and then name one span; the trigger is each relation's own.
            var source = Role("Source", statement.Source);
            var cue = Role("Cue", statement.Cue);
            var content = Role("Content", statement.Content);
            var trigger = Write("Attribution", Fragments(statement.Cue));
            _relations++;
            _lines.Append($"E{_relations}\tAttribution:T{trigger}");
            Argument("Source", source);
            Argument("Cue", cue);
            Argument("Content", content);
            _lines.Append('\n');
            if (statement.Attitude is { } attitude)
            {
                Attribute("Stance", ClosedSet.NameOf(attitude.Stance));
                Attribute("Certainty", ClosedSet.NameOf(attitude.Certainty));
                Attribute("Polarity", ClosedSet.NameOf(attitude.Polarity));
            }

            if (statement.Chain.Count > 0)
            {
                _notes++;
                _lines.Append($"#{_notes}\tAnnotatorNotes E{_relations}\t").AppendJoin(" ‹ ", statement.Chain.Select(Written)).Append('\n');
            }
        }

        public override string ToString() => _lines.ToString();

        /// <summary>A hop on one line: "the board (named, says)".</summary>
        private static string Written(Hop hop) =>
            $"{string.Join(' ', hop.Name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))} ({ClosedSet.NameOf(hop.Kind)}, {ClosedSet.NameOf(hop.Relation)})";

        private void Attribute(string name, string value)
        {
            _attributes++;
            _lines.Append($"A{_attributes}\t{name} E{_relations} {value}\n");
        }

        private void Argument(string role, int? span)
        {
            if (span is not null)
            {
                _lines.Append($" {role}:T{span}");
            }
        }

        private int? Role(string type, SpanList spans)
        {
            var fragments = Fragments(spans);
            if (fragments.Count == 0)
            {
                return null;
            }

            var offsets = Offsets(fragments);
            return _spans.TryGetValue((type, offsets), out var known) ? known : _spans[(type, offsets)] = Write(type, fragments);
        }

        private int Write(string type, List<TextSpan> fragments)
        {
            _written++;
            _lines.Append($"T{_written}\t{type} {Offsets(fragments)}\t").AppendJoin(' ', fragments.Select(f => text[f.Start..f.End]))
                .Append('\n');
            return _written;
        }

        private string Offsets(List<TextSpan> fragments) =>
            string.Join(';', fragments.Select(f => $"{_map.ToCodePoint(f.Start)} {_map.ToCodePoint(f.End)}"));

        private List<TextSpan> Fragments(SpanList spans)
        {
            List<TextSpan> fragments = [];
            foreach (var span in spans)
            {
                var start = span.Start;
                for (var i = span.Start; i <= span.End; i++)
                {
                    if (i == span.End || text[i] is '\n' or '\r')
                    {
                        if (i > start)
                        {
                            fragments.Add(new TextSpan(start, i));
                        }

                        start = i + 1;
                    }
                }
            }

            return fragments;
        }
    }
}
