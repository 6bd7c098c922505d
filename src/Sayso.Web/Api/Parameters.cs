using Sayso.Core.Attitudes;
using Sayso.Core.Conflicts;
using Sayso.Core.Entities;
using Sayso.Core.Search;
using Sayso.Core.Text;

namespace Sayso.Web.Api;

/// <summary>The parameters that there are.</summary>
internal static class Parameters
{
    public static ApiParameter Since { get; } = new("since", "Published on this day or later (UTC).", ParameterForm.Day);

    public static ApiParameter Until { get; } = new("until", "Published on this day or earlier (UTC).", ParameterForm.Day);

    public static ApiParameter Outlet { get; } = new("outlet", "The outlet's name, or part of it.");

    public static ApiParameter AsOf { get; } = new("as-of", "As known at the end of this day (UTC): from documents published by then, or, where that is not known, added by then.", ParameterForm.Day);

    public static ApiParameter Story { get; } = new("story", "Of this story only: its id, or its beginning.");

    public static ApiParameter Text { get; } = new("text", "Words in title or text; a phrase in double quotes.");

    public static ApiParameter Retracted { get; } = new("all", "Retracted ones too.", ParameterForm.Flag);

    public static ApiParameter Who { get; } = new("who", "Whose word: an entity in the chain of sources, under any of its names, or the words of a name.");

    public static ApiParameter WhoNamed { get; } = new("who", "On the word of somebody of this name, or part of it.");

    public static ApiParameter Stance { get; } = new("stance", "What the speaker does with it.") { Words = ClosedSet.Names<Stance>() };

    public static ApiParameter AboutContent { get; } = new("about", "Words in what is said; a phrase in double quotes.");

    public static ApiParameter TextOfStatement { get; } = new("text", "Words anywhere in source, cue or what is said; a phrase in double quotes.");

    public static ApiParameter Said { get; } = new("said", "Said then, as the text says.", ParameterForm.Days);

    public static ApiParameter Event { get; } = new("event", "About what was, or will be, then.", ParameterForm.Days);

    public static ApiParameter Confidence { get; } = new("confidence", "The network is at least so sure of its words, from 0 to 1.", ParameterForm.Probability);

    public static ApiParameter Document { get; } = new("document", "In this document only: its id, or its beginning.");

    public static ApiParameter Repeated { get; } = new("repeated", "Only claims of two statements or more.", ParameterForm.Flag);

    public static ApiParameter Disputed { get; } = new("disputed", "Only claims with an origin for and an origin against.", ParameterForm.Flag);

    public static ApiParameter Alerts { get; } = new("alerts", "Only claims with circular reporting or a dead end.", ParameterForm.Flag);

    public static ApiParameter About { get; } = new("about", "Its words hold this.");

    public static ApiParameter Moved { get; } = new("moved", "Only those that moved.", ParameterForm.Flag);

    public static ApiParameter WithSingle { get; } = new("all", "Those of one statement, or of one source, too.", ParameterForm.Flag);

    public static ApiParameter Claim { get; } = new("claim", "On this claim only: its id, or its beginning.");

    public static ApiParameter DossierForm { get; } = new("format", "In which form; without it, as Accept asks.") { Words = ["html", "markdown"] };

    public static ApiParameter In { get; } = new("in", "It was, or will be, then, as far as is known.", ParameterForm.Days);

    public static ApiParameter Kind { get; } = new("kind", "What cannot hold together.") { Words = ClosedSet.Names<ConflictKind>() };

    public static ApiParameter State { get; } = new("state", "Whether it was judged.") { Words = ClosedSet.Names<ConflictState>() };

    public static ApiParameter Url { get; } = new("url", "Of pages whose address holds this.");

    public static ApiParameter Name { get; } = new("name", "The name holds this.");

    public static ApiParameter Type { get; } = new("type", "What it is.") { Words = ClosedSet.Names<EntityType>() };

    public static ApiParameter Speakers { get; } = new("speakers", "Only those on whose word something is said.", ParameterForm.Flag);

    public static ApiParameter Query { get; } = new("q", "Words, all of them; a phrase in double quotes; a star behind a word for all that begin so.") { IsRequired = true };

    public static ApiParameter Hit { get; } = new("kind", "Only statements, only documents, or only people and bodies.") { Words = ClosedSet.Names<HitKind>() };

    public static ApiParameter Limit { get; } = new("limit", "At most so many: 100 where it is not given, 1000 at most; as JSON Lines, all where it is not given.", ParameterForm.Count);

    public static ApiParameter Cursor { get; } = new("cursor", "What follows a part of the list: its \"next\".");

    public static ApiParameter InputName { get; } = new("name", "What the input is called, such as its file's name; its ending helps where the content does not say what it is.");

    public static ApiParameter Published { get; } = new("published", "When it was published, where the input does not say: 2031-03-12, or with a time, 2031-03-12T07:05+02:00 (UTC without an offset).");

    public static ApiParameter StatedOutlet { get; } = new("outlet", "Who published it, where the input does not say.");

    public static ApiParameter StatedUrl { get; } = new("url", "The address it came from, where the input does not say: http or https.");
}
