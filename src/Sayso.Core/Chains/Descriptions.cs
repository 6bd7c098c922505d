using System.Text.RegularExpressions;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Chains;

/// <summary>
/// Whom descriptions mean: "the chief engineer", "the company", "her spokesman", "the two". One whom the text has met is
/// himself; the others keep their describing words.
/// </summary>
internal sealed partial class Descriptions
{
    private const int DelayedName = 900;
    private const int LeadReach = 250;
    private const int NearSentences = 5;
    private const int ClassReach = 300;
    private readonly SpeakerScene _scene;
    private readonly PersonFinder _people;
    private readonly Func<TextSpan, Speaker> _resolve;
    private readonly Dictionary<string, List<NameMention>> _called = new(StringComparer.Ordinal);

    private readonly Forces _forces;

    /// <summary>Prepares a text.</summary>
    /// <param name="scene">The text; what it says its people are has been learnt.</param>
    /// <param name="people">Finds persons.</param>
    /// <param name="resolve">Whom a phrase means.</param>
    public Descriptions(SpeakerScene scene, PersonFinder people, Func<TextSpan, Speaker> resolve)
    {
        (_scene, _people, _resolve) = (scene, people, resolve);
        _forces = new Forces(scene);
        HashSet<NamedEntity> seen = [];
        foreach (var mention in scene.Names.Where(n => seen.Add(n.Entity)))
        {
            foreach (var head in mention.Entity.Heads)
            {
                (_called.TryGetValue(head, out var bearers) ? bearers : _called[head] = []).Add(mention);
            }
        }
    }

    /// <summary>A definite description of somebody whom the text has met.</summary>
    public Speaker? Known(SourcePhrase phrase)
    {
        var at = phrase.Span.Start;
        if (phrase.IsPlural)
        {
            return phrase.Head is "police" or "cops" ? null : Met(phrase);
        }

        if (Called(phrase) is { } called && MayMean(phrase, called))
        {
            return Speaker.Of(called);
        }

        if (NamedLater(phrase) is { } later)
        {
            return Speaker.Of(later);
        }

        if (Met(phrase) is { } same)
        {
            return same;
        }

        if (_scene.NamesBefore(at).FirstOrDefault(n => n.Entity.Roles.Contains(phrase.Singular) && MayMean(phrase, n.Entity)) is { } titled)
        {
            return Speaker.Of(titled.Entity);
        }

        if (_scene.NamesBefore(at).FirstOrDefault(n => !n.Entity.IsPerson && n.Entity.Name.EndsWith(phrase.Head, StringComparison.OrdinalIgnoreCase)) is { } bodily && phrase.Words.Length < 3)
        {
            return Speaker.Of(bodily.Entity);
        }

        if (Body(phrase) is { } body)
        {
            return body;
        }

        // "The governor of Ostrel Bank" is himself, whoever spoke before.
        return phrase.Names.Any(n => n.Span.Start >= phrase.CoreEnd) || phrase.Determiner is not ("the" or "this" or "that") ? null
            : NameWords.IsPerson(phrase.Head) && !IsTold(phrase) && _people.Best(phrase.Span, Gender.Unknown, not: null) is { } person && !IsOfAnotherOffice(person, phrase)
                ? person : null;
    }

    /// <summary>"Campaign manager Harpel" makes nobody "the campaign".</summary>
    private bool MayMean(SourcePhrase phrase, NamedEntity entity) => _scene.KindOf(entity) != EntityType.Person || NameWords.IsPerson(phrase.Head)
        || !(WordList.Sources["body"].Contains(phrase.Head) || WordList.Sources["outlet"].Contains(phrase.Head) || WordList.Sources["document"].Contains(phrase.Head));

    /// <summary>"The pilot of one of them", "the man who left": words behind the noun tell who it is, whom nothing before names.</summary>
    private bool IsTold(SourcePhrase phrase) => phrase.CoreEnd < phrase.Segment.End
        || (phrase.Segment.End < phrase.Span.End && _scene.Text.AsSpan(phrase.Segment.End).StartsWith(" who", StringComparison.Ordinal));

    /// <summary>"The attorney general" is not whoever spoke last, where nothing says that he holds that office.</summary>
    private static bool IsOfAnotherOffice(Speaker person, SourcePhrase phrase) =>
        NameWords.IsHeldByOne(phrase.Head) && person.Entity is { } entity && !entity.Roles.Contains(phrase.Head);

    /// <summary>
    /// Leads describe whom the text names below: "The transport minister rejected it. … Anton Reve told reporters". The first
    /// person named, where none was before.
    /// </summary>
    public NamedEntity? NamedLater(SourcePhrase phrase)
    {
        if (phrase.IsPlural || !(phrase.Determiner == "the" || IsBare(phrase) || IsOfLead(phrase)) || phrase.Names.Count > 0
            || !(WordList.Sources["title"].Contains(phrase.Head) || IsOfLead(phrase)))
        {
            return null;
        }

        // Whom the headline names is told of below it as well.
        var next = _scene.LastBefore(phrase.Span.Start) + 1;
        if (next > 200 || _scene.Names.Take(next).Any(n => n.Entity.IsPerson && n.Span.Start >= _scene.EndOfHeadline))
        {
            return null;
        }

        for (; next < _scene.Names.Count && _scene.Names[next].Span.Start - phrase.Span.End < DelayedName; next++)
        {
            if (_scene.Names[next].Entity.IsPerson)
            {
                return _scene.Names[next].Entity;
            }
        }

        return null;
    }

    /// <summary>"A water official said": the lead tells of one whom the text names below it.</summary>
    private bool IsOfLead(SourcePhrase phrase) => phrase.Determiner is "a" or "an" && phrase.Span.Start < _scene.EndOfHeadline + LeadReach
        && NameWords.IsPerson(phrase.Head) && phrase.Head is not ("source" or "spokesman" or "spokeswoman" or "spokesperson" or "resident" or "witness");

    /// <summary>"Minister", "Transport minister": a capital and no article, as labels and headlines have it.</summary>
    public static bool IsBare(SourcePhrase phrase) => phrase.Words.Length is 1 or 2 && char.IsUpper(phrase.Words[0][0]) && !phrase.IsIndefinite
        && phrase.Determiner is not ("the" or "this" or "that" or "these" or "those" or "his" or "her" or "its" or "their" or "my" or "our");

    /// <summary>
    /// "Minister: nobody warned us": a title without an article, as labels and headlines have it, is the one person in the text who
    /// bears it; of several the next one whom the text names.
    /// </summary>
    public NamedEntity? Titled(SourcePhrase phrase)
    {
        if (phrase.IsPlural || !IsBare(phrase) || phrase.Names.Count > 0 || !WordList.Sources["title"].Contains(phrase.Head))
        {
            return null;
        }

        var bearers = _scene.Names.Where(n => n.Entity.IsPerson && n.Entity.Roles.Contains(phrase.Singular) && !n.Entity.Roles.Contains("prime")).ToList();
        return bearers.Count == 0 || IsAnothers(phrase, bearers[0].Span.Start) ? null
            : bearers.TrueForAll(n => n.Entity == bearers[0].Entity) ? bearers[0].Entity
            : bearers.Find(n => n.Span.Start > phrase.Span.End && n.Span.Start - phrase.Span.End < DelayedName)?.Entity;
    }

    /// <summary>
    /// Whether the text goes on with a bearer of a title who has no name, before the first who is named with it: "Minister denies it",
    /// then "the transport minister rejected it", and only at the end "the foreign minister of the neighbours, Salma Kadrin".
    /// </summary>
    private bool IsAnothers(SourcePhrase phrase, int named)
    {
        var title = phrase.Singular;
        var lead = _scene.Text.AsSpan()[..Math.Min(named, Math.Min(_scene.Text.Length, phrase.Span.End + DelayedName))];
        for (var at = phrase.Span.End; at < lead.Length;)
        {
            var next = lead[at..].IndexOf(title, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            var (start, end) = (at + next, at + next + title.Length);
            var isWord = lead[start - 1] == ' ' && end < lead.Length && !char.IsLetter(lead[end]);
            var behind = lead[end..].TrimStart([' ', ',']);
            if (isWord && !lead[..start].EndsWith("prime ") && behind.Length > 0 && !char.IsUpper(behind[0]))
            {
                return true;
            }

            at = end;
        }

        return false;
    }

    /// <summary>One who is not named, or not here: what it is called, and what kind it is.</summary>
    public Speaker Described(SourcePhrase phrase)
    {
        if (phrase.Words.Length < 3 && phrase.Names.Count == 0 && !phrase.IsIndefinite
            && _forces.Of(phrase.Head is "cops" ? "police" : phrase.Head) is { } force)
        {
            return force;
        }

        var lists = WordList.Sources;
        if (Unnamed(phrase) is { } unnamed)
        {
            return unnamed;
        }

        if (phrase.Names.Count > 0 && phrase.Head is "police" or "prosecutors" && phrase.Names.All(n => n.Span.End <= phrase.CoreEnd))
        {
            return new Speaker(phrase.Description(), SourceKind.Named) { Head = phrase.Head, IsPlural = true };
        }

        var isClass = lists["class"].Contains(phrase.Head) || phrase.Words.Any(w => w.Contains("percent", StringComparison.Ordinal) || w.Contains('%', StringComparison.Ordinal));
        var isHidden = lists["anonymous"].Contains(phrase.Head);
        var kind = KindOf(phrase, isClass, isHidden);
        var name = SpokenFor(phrase) is { } whose ? $"{phrase.Core.Split(' ')[^1]} for {whose}" : OfTheirCountry(phrase) ?? Relative(phrase) ?? phrase.Description();
        return new Speaker(name, kind)
        {
            Head = phrase.Singular,
            Body = BodyOf(phrase),
            IsPlural = phrase.IsPlural || isClass,
            IsPerson = !phrase.IsPlural && !isClass && kind != SourceKind.Outlet
                && (isHidden || NameWords.IsPerson(phrase.Head)),
        };
    }

    /// <summary>
    /// A phrase without a noun: "one", "others" and "several" are of the class that spoke or was named last, "both" and "neither" the
    /// two who spoke.
    /// </summary>
    private Speaker? Unnamed(SourcePhrase phrase)
    {
        var text = _scene.Text;
        var bare = phrase.Words is [_] or ["The" or "the" or "Some" or "some", "others" or "other" or "rest"] or ["the", "two"];
        if (!bare)
        {
            return null;
        }

        if (phrase.Head is "both" or "neither" && Last(phrase.Span.Start, 2) is [var second, var first])
        {
            return new Speaker($"{first.Name}; {second.Name}", SourceKind.Named) { IsPlural = true };
        }

        if (phrase.Head is not ("one" or "another" or "others" or "other" or "several" or "some" or "many" or "most" or "rest" or "few" or "neither" or "both")
            || phrase.CoreEnd < phrase.Segment.End)
        {
            return null;
        }

        var spoken = _scene.Before(phrase.Span.Start).FirstOrDefault(s => s.Speaker is { IsPlural: true, Kind: SourceKind.Collective or SourceKind.Anonymous, Head: not null }
            && _scene.SentencesBetween(s.Position, phrase.Span.Start) < NearSentences).Speaker;
        spoken ??= phrase.Head is "some" or "many" or "most" or "few" ? null : ClassBefore(phrase.Span.Start);
        if (spoken is null)
        {
            return null;
        }

        var isOne = phrase.Head is "one" or "another";
        var all = Counted().Replace(spoken.Name, "");
        var name = isOne ? all.Replace(spoken.Head + "s", spoken.Head, StringComparison.OrdinalIgnoreCase)
            : phrase.Head is "others" or "other" or "rest" ? $"other {char.ToLowerInvariant(all[0])}{all[1..]}" : spoken.Name;
        return new Speaker(name, isOne ? SourceKind.Anonymous : spoken.Kind) { Head = spoken.Head, IsPlural = !isOne, IsPerson = isOne };
    }

    /// <summary>The class that was named last: "The mill has forty workers. Several complained".</summary>
    private Speaker? ClassBefore(int at)
    {
        var start = Math.Max(0, at - ClassReach);
        foreach (var match in PluralWord().Matches(_scene.Text[start..at]).Reverse())
        {
            var word = match.Value;
            if (NameWords.IsClass(word))
            {
                return new Speaker(word, SourceKind.Collective) { Head = word[..^1], IsPlural = true };
            }
        }

        return null;
    }

    /// <summary>The last ones who spoke, each once, in sentences near a place; the last one first.</summary>
    private List<Speaker> Last(int at, int count)
    {
        List<Speaker> last = [];
        foreach (var (position, speaker, _) in _scene.Before(at))
        {
            if (last.Count < count && speaker is { Entity: not null, IsPlural: false } && _scene.SentencesBetween(position, at) < NearSentences && !last.Exists(speaker.IsSame))
            {
                last.Add(speaker);
            }
        }

        return last;
    }

    /// <summary>The police or prosecutors that the text names.</summary>
    public Speaker? Force(string word) => _forces.Of(word);

    /// <summary>"A Harbour Board spokeswoman", "a police spokesman": whom one of those speaks for who speak for others.</summary>
    private Speaker? BodyOf(SourcePhrase phrase)
    {
        if (phrase.IsPlural || !NameWords.SpeaksForOthers(phrase.Singular))
        {
            return null;
        }

        return phrase.Names.FirstOrDefault(n => !n.Entity.IsPerson && !World.IsDemonym(n.Entity.Name)) is { } named ? Speaker.Of(named.Entity)
            : phrase.Words.Contains("police") ? _forces.Of("police") ?? new Speaker("police", SourceKind.Named) { IsPlural = true }
            : null;
    }

    private static SourceKind KindOf(SourcePhrase phrase, bool isClass, bool isHidden)
    {
        if (phrase.IsNobody)
        {
            return SourceKind.Collective;
        }

        var lists = WordList.Sources;
        var isCounted = phrase.IsIndefinite || (phrase.Determiner.Length > 0 && char.IsDigit(phrase.Determiner[0]));
        if (phrase.Words.Length > 0 && phrase.Words.All(w => char.IsUpper(w[0])) && !isClass && !isHidden && !isCounted)
        {
            return Outlets.IsOutlet(phrase.Core) ? SourceKind.Outlet : SourceKind.Named;
        }

        return phrase.Head is "source" or "sources" or "insider" or "insiders" or "aide" or "aides" or "someone" or "somebody" ? SourceKind.Anonymous
            : !phrase.IsPlural && lists["outlet"].Contains(phrase.Head) && !isHidden && phrase.Determiner is "the" ? SourceKind.Outlet
            : isHidden && !phrase.IsPlural && phrase.Determiner != "the" ? SourceKind.Anonymous
            : isHidden && phrase.IsPlural && (isCounted || phrase.CoreEnd < phrase.Segment.End || (phrase.Words.Length > 1 && phrase.Head is "officials" or "representatives" or "lawyers" or "witnesses")) ? SourceKind.Anonymous
            : isClass || phrase.IsPlural ? SourceKind.Collective
            : lists["body"].Contains(phrase.Head) || phrase.Determiner == "the" || phrase.Names.Count > 0 ? SourceKind.Named
            : SourceKind.Anonymous;
    }

    /// <summary>One whom the text calls so somewhere: with the most words of the phrase, of equals the last one named before it.</summary>
    private NamedEntity? Called(SourcePhrase phrase)
    {
        if (!_called.TryGetValue(phrase.Singular, out var bearers) || bearers.Count > 50)
        {
            return null;
        }

        (int Words, int At, NamedEntity? Entity) best = (0, int.MinValue, null);
        foreach (var bearer in bearers)
        {
            var words = phrase.Words.Count(w => bearer.Entity.Roles.Contains(w.ToLowerInvariant()))
                + phrase.Names.Count(n => n.Entity == bearer.Entity.Body);
            if (phrase.Names.Any(n => n.Entity != bearer.Entity && n.Entity != bearer.Entity.Body && n.Span.Start >= phrase.CoreEnd))
            {
                continue;
            }

            var at = bearer.Span.Start < phrase.Span.Start ? bearer.Span.Start : -bearer.Span.Start;
            if ((words, at).CompareTo((best.Words, best.At)) > 0)
            {
                best = (words, at, bearer.Entity);
            }
        }

        return best.Entity;
    }

    /// <summary>The same words a second time, or "the two" after a pair.</summary>
    private Speaker? Met(SourcePhrase phrase)
    {
        var before = _scene.Before(phrase.Span.Start);
        return phrase.Head is "two" or "pair" or "duo" or "couple"
            ? before.FirstOrDefault(s => s.Speaker.IsPlural && s.Speaker.Name.Contains("; ", StringComparison.Ordinal)).Speaker
            : before.FirstOrDefault(s => s.Speaker.Head == phrase.Singular && s.Speaker.IsPlural == phrase.IsPlural).Speaker;
    }

    /// <summary>"The company", "the newspaper", "the kingdom": the body of that kind that was named last.</summary>
    private Speaker? Body(SourcePhrase phrase)
    {
        var at = phrase.Span.Start;
        if (phrase.Names.Count > 0)
        {
            return null;
        }

        if (phrase.Words.Length < 4 && WordList.Sources["outlet"].Contains(phrase.Head) && _scene.NamesBefore(at).FirstOrDefault(n => n.Entity.IsOutlet) is { } outlet)
        {
            return Speaker.Of(outlet.Entity);
        }

        if (phrase.Words.Length < 3 && phrase.Head is "kingdom" or "country" or "nation" or "republic" or "island" or "regime" or "state"
            && _scene.NamesBefore(at).FirstOrDefault(n => World.IsCountry(n.Entity.Name)) is { } country)
        {
            return Speaker.Of(country.Entity);
        }

        return phrase.Words.Length < 4 && WordList.Sources["firm"].Contains(phrase.Head)
            ? _scene.Before(at).FirstOrDefault(s => s.Speaker is { IsPerson: false, Entity: { } one, Kind: not SourceKind.Outlet } && _scene.KindOf(one) == EntityType.Organization).Speaker
                ?? (_scene.NamesBefore(at).FirstOrDefault(n => _scene.KindOf(n.Entity) == EntityType.Organization && !n.Entity.IsOutlet && !World.IsPlace(n.Entity.Name)) is { } body ? Speaker.Of(body.Entity) : null)
            : null;
    }

    /// <summary>"Their country's spies" after "Ostrelian lawmakers": Ostrel's.</summary>
    private string? OfTheirCountry(SourcePhrase phrase)
    {
        var description = phrase.Description();
        return phrase.Determiner is "his" or "her" or "its" or "their" && (description.StartsWith("country’s ", StringComparison.Ordinal) || description.StartsWith("country's ", StringComparison.Ordinal))
            && _scene.NamesBefore(phrase.Span.Start).Select(n => World.Speaking(n.Entity.Name + " government")).FirstOrDefault(c => c is not null) is { } country
                ? string.Concat(country.Name, description.AsSpan("country".Length))
                : null;
    }

    /// <summary>"Her father": the father of whom.</summary>
    private string? Relative(SourcePhrase phrase)
    {
        if (phrase.Words is not [_, var kin] || phrase.Determiner is not ("his" or "her") || !NameWords.IsKin(kin))
        {
            return null;
        }

        var whose = _resolve(new TextSpan(phrase.Span.Start, phrase.Span.Start + phrase.Determiner.Length));
        return whose.Name == Hop.Unspecified ? null : $"{kin} of {whose.Name}";
    }

    /// <summary>"A spokesman", "her spokeswoman", "one official there": for whom, where the phrase does not say.</summary>
    private string? SpokenFor(SourcePhrase phrase)
    {
        if (phrase.Names.Count > 0 || phrase.IsPlural || phrase.CoreEnd < phrase.Segment.End
            || phrase.Singular is not ("spokesman" or "spokeswoman" or "spokesperson" or "representative" or "publicist"))
        {
            return null;
        }

        if (phrase.Determiner is "his" or "her" or "its" or "their")
        {
            var whose = _resolve(new TextSpan(phrase.Span.Start, phrase.Span.Start + phrase.Determiner.Length));
            return whose.Name == Hop.Unspecified ? null : whose.Name;
        }

        if (phrase.Words.Length > 2)
        {
            return null;
        }

        // A body that speaks or is spoken of in the sentences before, not an outlet.
        return _scene.NamesBefore(phrase.Span.Start).Take(12).FirstOrDefault(n => !n.Entity.IsPerson && !n.Entity.MayBePerson && !n.Entity.IsOutlet && !World.IsPlace(n.Entity.Name)
            && _scene.SentencesBetween(n.Span.Start, phrase.Span.Start) < 4)?.Entity.Name;
    }

    /// <summary>How many they are: "Three clerks".</summary>
    [GeneratedRegex(@"^(?:(?:other|some|many|most|several|few|two|three|four|five|six|\d+)\s)+(?=\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b\p{Ll}{3,20}s\b")]
    private static partial Regex PluralWord();
}
