using Sayso.Core.Text;

namespace Sayso.Core.Attitudes;

/// <summary>
/// Reads stance, certainty and polarity by rules: the cue decides; where it only reports, the attitude that the content
/// opens with does. What it looks at does not grow with the text.
/// </summary>
public static class AttitudeReader
{
    private const int WordsOfCue = 40;
    private const int WordsOfContent = 40;

    /// <summary>No rule has a word of this length.</summary>
    private const int LongestWord = 200;

    /// <summary>The attitude of a statement.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="cue">The words that credit.</param>
    /// <param name="content">What is credited; may be empty.</param>
    /// <param name="source">Who is credited, where the text says so: "neither aide has contradicted it" negates.</param>
    public static Attitude Read(string text, SpanList cue, SpanList content, SpanList? source = null) => Counted(text, cue, content, source).Attitude;

    /// <summary>The same, and how many words were read for it.</summary>
    internal static (Attitude Attitude, int Looks) Counted(string text, SpanList cue, SpanList content, SpanList? source)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cue);
        ArgumentNullException.ThrowIfNull(content);
        var words = WordReader.Read(text, cue, WordsOfCue, LongestWord);
        words.InsertRange(0, WordReader.Read(text, source ?? SpanList.Empty, most: 1, LongestWord).Where(w => w.Form is "neither" or "nobody" or "none" or "no"));
        var said = WordReader.Read(text, content, WordsOfContent, LongestWord);
        return (new Reading(words, said).Attitude(), words.Count + said.Count);
    }

    // "told her we needed to go" passes on; "told her to go" demands.
    private static readonly HashSet<string> _takesInfinitive = new(
        "need needed needs want wanted wants plan planned plans hope hoped hopes try tried tries going able have had has used ought due likely set force way".Split(' '),
        StringComparer.Ordinal);

    private sealed class Reading(List<Word> cue, List<Word> content)
    {
        public Attitude Attitude()
        {
            var reading = CueReading.Of(cue);
            if (reading is { Sense: CueSense.Refuse })
            {
                reading = Refused(reading);
            }

            if (reading is null && Performs() is { } performed)
            {
                reading = performed;
            }
            else if (reading is { Sense: CueSense.Judge, IsTurned: false } && cue[^1].Form is "call" or "calls" && First(reading) == "to")
            {
                reading = reading with { Sense = CueSense.Demand };
            }
            else if (reading is null or { Sense: CueSense.Report or CueSense.Know, IsTurned: false })
            {
                reading = Told(reading) ?? Yes(reading) ?? ContentOpening.Of(content, IsDirect())?.Read() ?? Noun() ?? reading;
            }

            var (stance, certainty, negative) = reading is null ? (Stance.Assert, Certainty.Certain, false) : Decide(reading);
            return WithContent(stance, Weakened(certainty), negative, reading);
        }

        /// <summary>What is refused may stand in the content: "refused | to rule out an appeal".</summary>
        private CueReading Refused(CueReading refusal)
        {
            var first = content.FindIndex(w => !w.IsMark);
            return first >= 0 && content[first].Form == "to" && first + 1 < content.Count
                && CueLexicon.Find(content, first + 1) is var (sense, end, _)
                    ? new CueReading(sense, IsNegated: false, IsRefused: true, CueReading.Cover(refusal.Evidence, new(content[first + 1].Span.Start, content[end - 1].Span.End)))
                    : refusal;
        }

        /// <summary>"I | will | send a message": a first person's act is its own cue.</summary>
        private CueReading? Performs()
        {
            var will = cue.FindIndex(w => w.Form is "will" or "shall" or "going");
            return will < 0 ? null : new CueReading(CueSense.Promise, cue.Exists(CueReading.Negates), IsRefused: false, SpanList.Of(cue[will].Span));
        }

        /// <summary>"told | her to leave".</summary>
        private CueReading? Told(CueReading? reading)
        {
            if (reading is null || !cue.Exists(w => w.Form is "tell" or "told" or "telling" or "tells") || IsDirect())
            {
                return null;
            }

            for (var i = 0; i < content.Count && i < 6; i++)
            {
                if (content[i].Form is "that" or "is" or "was" or "are" or "were" or "has" or "had" or "have" or "will" or "would" || content[i].IsMark)
                {
                    return null;
                }

                if (content[i].Form == "to")
                {
                    return i > 0 && _takesInfinitive.Contains(content[i - 1].Form) ? null : new CueReading(CueSense.Demand, IsNegated: i > 0 && CueReading.Negates(content[i - 1]), IsRefused: false, reading.Evidence);
                }
            }

            return null;
        }

        /// <summary>"answered | “Yes.”"</summary>
        private CueReading? Yes(CueReading? reading)
        {
            var first = content.FindIndex(w => !w.IsMark);
            return reading is not null && IsDirect() && first >= 0 && content[first].Form == "yes" && (first + 1 == content.Count || content[first + 1].IsMark)
                ? new CueReading(CueSense.Confirm, IsNegated: false, IsRefused: false, SpanList.Of(content[first].Span))
                : null;
        }

        /// <summary>"announced | his endorsement of …", "the company's plans to …".</summary>
        private CueReading? Noun()
        {
            if (content.Count < 3 || content[0].Form is not ("his" or "her" or "its" or "their" or "my" or "our"))
            {
                return null;
            }

            for (var i = 1; i < 4 && i < content.Count; i++)
            {
                // "their loved ones": a participle there is an adjective.
                if (!content[i].Form.EndsWith("ed", StringComparison.Ordinal) && CueLexicon.Find(content, i) is var (sense, end, _)
                    && (sense is CueSense.Praise or CueSense.Criticize || (sense == CueSense.Promise && end < content.Count && content[end].Form is "to" or "not")))
                {
                    return new CueReading(sense, IsNegated: false, IsRefused: false, SpanList.Of(new TextSpan(content[i].Span.Start, content[end - 1].Span.End)));
                }
            }

            return null;
        }

        private bool IsDirect() => content.Count > 0 && content[0].IsQuote;

        private (Stance Stance, Certainty Certainty, bool Negative) Decide(CueReading reading) => reading.Sense switch
        {
            CueSense.Report => !reading.IsTurned ? (Stance.Assert, Certainty.Certain, false)
                : HasNothing() ? (Stance.Assert, Certainty.Certain, true)
                : (Stance.Decline, Certainty.Unknown, false),
            CueSense.Promise or CueSense.Praise or CueSense.Criticize when reading.IsNegated && IsPerfect() => (Stance.Decline, Certainty.Unknown, false),
            CueSense.Resolve => IsAct(reading) ? (Stance.Promise, Certainty.Certain, reading.IsTurned)
                : reading.IsTurned ? (Stance.Decline, Certainty.Unknown, false)
                : (Stance.Assert, Certainty.Certain, false),
            CueSense.Reject => IsOfClaim(reading) ? Decide(reading with { Sense = CueSense.Deny }) : Decide(reading with { Sense = CueSense.Dismiss }),
            CueSense.Question => IsOpen(reading) ? Decide(reading with { Sense = CueSense.Ask }) : Decide(reading with { Sense = CueSense.Criticize }),
            CueSense.Know => (Stance.Assert, Certainty.Certain, reading.IsTurned),
            CueSense.Believe or CueSense.Seem => (Stance.Assert, Certainty.Probable, reading.IsTurned),
            CueSense.Contemplate => (Stance.Promise, Certainty.Possible, reading.IsTurned),
            CueSense.Challenge when reading.IsTurned => (Stance.NotDeny, Certainty.Unknown, false),
            CueSense.Challenge => HasInfinitive() ? (Stance.Demand, Certainty.Unknown, false) : (Stance.Criticize, Certainty.Certain, false),
            CueSense.Judge => IsInsult() ? (Stance.Criticize, Certainty.Certain, false) : (Stance.Assert, Certainty.Certain, false),
            CueSense.Hope or CueSense.Fear or CueSense.Speculate => (Stance.Assert, Certainty.Possible, reading.IsTurned),
            CueSense.Doubt => (Stance.Assert, Certainty.Probable, !reading.IsTurned),
            CueSense.Estimate => (Stance.Estimate, Certainty.Probable, reading.IsTurned),
            CueSense.Deny => reading.IsTurned ? (Stance.NotDeny, Certainty.Unknown, false) : (Stance.Deny, Certainty.Certain, true),
            CueSense.Confirm => reading.IsTurned ? (Stance.Decline, Certainty.Unknown, false) : (Stance.Confirm, Certainty.Certain, false),
            CueSense.Dismiss => reading.IsTurned ? (Stance.NotDeny, Certainty.Unknown, false) : (Stance.Dismiss, Certainty.Certain, true),
            CueSense.Decline => (Stance.Decline, Certainty.Unknown, false),
            CueSense.Promise => (Stance.Promise, Certainty.Certain, reading.IsTurned),
            CueSense.Refuse => content.Count == 0 ? (Stance.Decline, Certainty.Unknown, false) : (Stance.Promise, Certainty.Certain, !reading.IsNegated),
            CueSense.Want => Wanted(reading),
            CueSense.Demand => (Stance.Demand, Certainty.Unknown, reading.IsTurned),
            CueSense.Ask => (Stance.Ask, Certainty.Unknown, false),
            CueSense.Warn => (Stance.Warn, Certainty.Certain, false),
            CueSense.Praise => !reading.IsTurned ? (Stance.Praise, Certainty.Certain, false)
                : reading.IsRefused ? (Stance.Decline, Certainty.Unknown, false)
                : (Stance.Criticize, Certainty.Certain, true),
            CueSense.Criticize => reading.IsRefused ? (Stance.Decline, Certainty.Unknown, false) : (Stance.Criticize, Certainty.Certain, reading.IsNegated),
            _ => (Stance.Assert, Certainty.Certain, false),
        };

        /// <summary>"wants | to run" is the speaker's own act, "wants | him to run" somebody else's, "does not want | a child" a wish.</summary>
        private (Stance Stance, Certainty Certainty, bool Negative) Wanted(CueReading reading)
        {
            if (!IsAct(reading))
            {
                return reading.IsTurned ? (Stance.Assert, Certainty.Certain, true) : (Stance.Demand, Certainty.Unknown, false);
            }

            var words = reading.Object ?? content;
            var verb = words.TakeWhile(w => w.Form != "to").Count() + 1;
            return verb < words.Count && verb < 3
                ? words[verb].Form switch
                {
                    "see" or "hear" when !reading.IsTurned => (Stance.Demand, Certainty.Unknown, false),
                    "know" => (Stance.Ask, Certainty.Unknown, false),
                    "thank" or "congratulate" or "commend" => (Stance.Praise, Certainty.Certain, false),
                    _ => (Stance.Promise, Certainty.Certain, reading.IsTurned),
                }
                : (Stance.Promise, Certainty.Certain, reading.IsTurned);
        }

        private bool IsAct(CueReading reading) =>
            First(reading) == "to" || (reading.Object ?? content).SkipWhile(w => w.IsMark).Take(2).Select(w => w.Form).SequenceEqual(["not", "to"]) || (reading.Object is null && cue.Count > 0 && cue[^1].Form == "to");

        private string? First(CueReading reading) => (reading.Object ?? content).FirstOrDefault(w => !w.IsMark).Form;

        /// <summary>"challenged | his rival to a debate", "to step down".</summary>
        private bool HasInfinitive() => content.Take(7).Any(w => w.Form == "to");

        private bool IsInsult() => content.Take(16).Any(w => JudgementWords.IsBad(w.Form));

        /// <summary>"There were no reports of", against "did not report" and "no longer insisted".</summary>
        private bool HasNothing() => cue.Exists(w => w.Form == "no") && !cue.Exists(w => w.Form == "longer") && !cue.Exists(w => w.Form is "comment" or "information" or "details" or "detail");

        /// <summary>"Has not endorsed", "have not decided": what has not been done may be.</summary>
        /// <summary>"Had not promised"; "had no intention" is no perfect, but an intention not to.</summary>
        private bool IsPerfect() => cue.FindIndex(w => w.Form is "has" or "have" or "had") is >= 0 and var at && (at + 1 == cue.Count || cue[at + 1].Form != "no");

        private bool IsOfClaim(CueReading reading) => First(reading) is "it" or "this" || (reading.Object ?? content).Take(10).Concat(cue).Any(w => w.Form is
            "claim" or "claims" or "allegation" or "allegations" or "accusation" or "accusations" or "report" or "reports" or "charge" or "charges"
            or "rumor" or "rumors" or "rumour" or "rumours" or "that" or "wrongdoing");

        private bool IsOpen(CueReading reading) => First(reading) is
            "whether" or "if" or "why" or "how" or "what" or "who" or "when" or "where" or "which" || IsDirect();

        /// <summary>"may have intended", "possibly calling": the cue is hedged itself.</summary>
        private Certainty Weakened(Certainty certainty) =>
            certainty != Certainty.Unknown && cue.Exists(w => w.Form is "may" or "might" or "perhaps" or "possibly" or "maybe") ? Certainty.Possible
            : certainty == Certainty.Certain && cue.Exists(w => w.Form is "probably" or "apparently" or "reportedly" or "appears" or "appeared" or "seems" or "seemed" or "seemingly" or "allegedly") ? Certainty.Probable
            : certainty;

        private Attitude WithContent(Stance stance, Certainty certainty, bool negative, CueReading? reading)
        {
            var evidence = reading?.Evidence ?? SpanList.Empty;
            var hedge = certainty == Certainty.Certain ? ContentClause.Hedge(content) : null;
            var negation = negative || certainty == Certainty.Unknown ? null : ContentClause.Negation(content);
            return new Attitude(stance, hedge?.Certainty ?? certainty, negative || negation is not null ? Polarity.Negative : Polarity.Positive)
            {
                StanceWords = stance == Stance.Assert && certainty == Certainty.Certain ? SpanList.Empty : evidence,
                CertaintyWords = hedge is var (_, word) ? SpanList.Of(word) : certainty == Certainty.Certain ? SpanList.Empty : evidence,
                PolarityWords = negation is { } no ? SpanList.Of(no) : negative ? evidence : SpanList.Empty,
            };
        }
    }
}
