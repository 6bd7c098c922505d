using System.Text.RegularExpressions;
using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Attributions;
using Sayso.Core.Claims;

namespace Sayso.Core.Positions;

/// <summary>
/// What a statement without matter of its own is about: "denied it", "dismissed the allegation", "did not dispute the Board's
/// figures", "said that she was". It is about the statement before it, in its sentence or shortly before, of somebody else; or of
/// the one whom its words name. A sentence with only "she was" says the same as the one before it, or its opposite.
/// </summary>
internal static partial class Reaction
{
    /// <summary>Characters before a reaction in which what it is about is looked for.</summary>
    private const int Reach = 600;

    private static readonly HashSet<string> _empty = new(
        ("it that this these those anything everything something allegation accusation claim claims report charge suggestion comment "
            + "question matter idea story figure finding number statement assertion criticism remark detail subject issue "
        + "alleg accus suggest critic asser").Split(' '), StringComparer.Ordinal);

    /// <summary>
    /// The statement that a reaction is about, and what it does with that one's claim; <c>null</c> for any other statement.
    /// </summary>
    public static Stood? Of(DocumentScene scene, ClaimStatement reaction, ActorNames actors)
    {
        var statement = reaction.Traits.Statement;
        var text = scene.Document.Text;
        var first = statement.Content[0].Slice(text).ToString().Trim(' ', '“', '”', '"', ',', '.', '‘', '’');
        if (Ellipsis().IsMatch(first))
        {
            return Before(scene, statement, s => s.Traits.Statement.Content[0].Length > first.Length + 8) is not { } said ? null
                : new Stood(said, said.Traits.IsNegative == reaction.Traits.IsNegative
                    ? said.Side : Opposite(said.Side), statement.Attitude?.Stance ?? Stance.Assert);
        }

        if (Refusal().Match(first) is { Success: true } refusal)
        {
            return Before(scene, statement, s => LedgerScene.HasMatter(s.Traits)) is { } asked
                ? new Stood(asked, Side.Neutral, refusal.Groups["silent"].Success ? Stance.Decline : Stance.NotDeny) : null;
        }

        if (statement.Attitude is not
            {
                Stance: Stance.Deny or Stance.Dismiss or Stance.Decline or Stance.NotDeny
            or Stance.Confirm
            } attitude)
        {
            return null;
        }

        string[] left = [.. reaction.Traits.Words.Where(w => !_empty.Contains(w))];
        var speaker = actors.SpeakerOf(statement);
        if (left.Length > 1 || (left.Length == 1 && !Owner().IsMatch(first)))
        {
            return null;
        }

        return Before(scene, statement, s => IsAbout(s, left, speaker, actors)) is not { } about ? null
            : new Stood(about, SideFor(attitude.Stance, about), attitude.Stance);
    }

    /// <summary>
    /// What a statement does with the speaker's own earlier one, told in the same sentence: "who had insisted that it was not
    /// overloaded, did not dispute the figures".
    /// </summary>
    public static IEnumerable<Stood> ToOwn(DocumentScene scene, ClaimStatement reaction, ActorNames actors)
    {
        var statement = reaction.Traits.Statement;
        if (statement.Attitude?.Stance is not (Stance.NotDeny or Stance.Decline or Stance.Confirm)
            || actors.SpeakerOf(statement) is not { } speaker)
        {
            return [];
        }

        var sentence = scene.SentenceOf(statement.Cue.Extent);
        return scene.Statements
            .Where(s => s.Traits.Id != reaction.Traits.Id && s.Side != Side.Neutral
                && s.Traits.Statement.Cue.Extent.End <= statement.Cue.Extent.Start
                && scene.SentenceOf(s.Traits.Statement.Cue.Extent) == sentence && actors.SpeakerOf(s.Traits.Statement) == speaker
                    && Retelling.IsEarlier(scene.Document, s.Traits.Statement))
            .Take(1)
            .Select(s => new Stood(s, statement.Attitude.Stance == Stance.Confirm
                ? Opposite(s.Side) : Side.Neutral, statement.Attitude.Stance));
    }

    private static Side SideFor(Stance stance, ClaimStatement about) => stance switch
    {
        Stance.Deny or Stance.Dismiss => Opposite(SideOf(about)),
        Stance.Confirm => SideOf(about),
        _ => Side.Neutral,
    };

    private static bool IsAbout(ClaimStatement about, string[] owner, string? speaker, ActorNames actors)
    {
        var other = actors.SpeakerOf(about.Traits.Statement);
        return LedgerScene.HasMatter(about.Traits) && (owner.Length == 1
            ? other is not null && ContentWords.Of(other).Contains(owner[0])
            : other is null || other != speaker);
    }

    /// <summary>A question has no side, but words: who denies them is against what they ask.</summary>
    private static Side SideOf(ClaimStatement statement) => statement.Side == Side.Neutral ? Side.For : statement.Side;

    private static Side Opposite(Side side) => side switch { Side.For => Side.Against, Side.Against => Side.For, _ => Side.Neutral };

    private static ClaimStatement? Before(DocumentScene scene, Statement reaction, Func<ClaimStatement, bool> isMeant) => scene.Statements
        .Where(s => s.Traits.Statement.Cue.Extent.End <= reaction.Cue.Extent.Start
            && s.Traits.Statement.Content.Extent.Start >= reaction.Cue.Extent.Start - Reach
            && s.Traits.Statement.Parent != reaction.Id && reaction.Parent != s.Traits.Id && isMeant(s))
        .MaxBy(s => (s.Traits.Statement.Cue.Extent.Start, s.Traits.Statement.Cue.Extent.End));

    [GeneratedRegex(@"^(?:that )?(?:he|she|it|they|there|this) (?:was|were|is|are|had|has|did|does|do|would|will|could|can)(?: not|n['’]t)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Ellipsis();

    [GeneratedRegex(@"^(?:that )?(?:he|she|it|they|we|I) (?:(?:would|could|did|does|do|can|will)(?: not|n['’]t)|cannot) (?:(?:rule|exclude) (?:(?:it|anything|that|this) out|out anything|anything)(?: (?:until|before|yet|for now|at this)\b.*)?|(?:dispute|deny|contest) (?:it|that|this|anything)|(?<silent>comment|say more|discuss it|say)\b.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^(?:the |that )?\p{L}+['’]s? ", RegexOptions.IgnoreCase)]
    private static partial Regex Owner();
}

/// <summary>What a statement does with a claim.</summary>
/// <param name="About">A statement of that claim.</param>
/// <param name="Side">On which side of it.</param>
/// <param name="Stance">What the speaker does.</param>
internal readonly record struct Stood(ClaimStatement About, Side Side, Stance Stance);
