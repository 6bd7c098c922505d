using Sayso.Core.Analysis;
using Sayso.Core.Attitudes;
using Sayso.Core.Claims;
using Sayso.Core.Quantities;
using Sayso.Core.Text;

namespace Sayso.Core.Figures;

/// <summary>
/// Reads what the quantities of one sentence count: the counted words, and the state that the words behind or before the number
/// say ("14 people died", "killing 61"). A number that is a difference ("76 more than"), a forecast, a rate or a duration is no
/// reading of a figure. All looks are at a bounded number of words.
/// </summary>
internal sealed class CountReader
{
    private const int MostWords = 160;
    private const int Behind = 11;
    private const int Before = 6;
    private const int LimitBefore = 4;

    /// <summary>Fewer things of a kind than these are seldom what the news counts.</summary>
    private const double Few = 100;

    private static readonly HashSet<string> _durations =
        new("second minute hour day week month year decade century".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _citizens = new("citizen national".Split(' ').SelectMany(word => ContentWords.Of(word)), StringComparer.Ordinal);
    private static readonly HashSet<string> _more =
        new("more fewer less higher lower another additional further extra".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _prepositions =
        new("in at on from for under with near off aboard".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> _forecasts = new(("would will could if unless expect expects expected plan plans planned "
        + "forecast projected aim aims target goal want wants hope hopes").Split(' '), StringComparer.Ordinal);

    private readonly DocumentScene _scene;
    private readonly IReadOnlyList<Quantity> _quantities;
    private readonly List<Word> _words;
    private readonly IReadOnlySet<string> _carriers;
    private readonly string? _usual;
    private readonly string? _before;
    private readonly CountedThing? _last;

    /// <summary>Looks at a sentence.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="carriers">Names of ships, planes and the like, and the one that the document is mostly about.</param>
    /// <param name="before">Who was counted last in the sentence before, as <see cref="Group"/> has it; and what was counted last in any.</param>
    public CountReader(DocumentScene scene, TextSpan sentence, (IReadOnlySet<string> All, string? Usual) carriers, (string? Group, CountedThing? Thing) before)
    {
        (_scene, _carriers, _usual, _before, _last) = (scene, carriers.All, carriers.Usual, before.Group, before.Thing);
        _quantities = [.. PartsOfWholes.Alone([.. scene.Quantities.Within(sentence, q => q.Span)])];
        _words = _quantities.Count == 0 ? [] : WordReader.Read(scene.Document.Text, [sentence], MostWords);
    }

    /// <summary>
    /// The things that its quantities count, with the quantities; those that count nothing that can be told are left out.
    /// </summary>
    public IEnumerable<(Quantity Quantity, CountedThing Thing, string Words, string? Scope)> Read()
    {
        string?[] states = [.. _quantities.Select(StateOf)];
        for (var i = 0; i < _quantities.Count; i++)
        {
            var quantity = _quantities[i];
            if (!IsLevel(quantity))
            {
                continue;
            }

            var words = CountedWords(quantity);
            states[i] = i > 0 && states[i - 1] == CountStates.Limit && IsOneList(i)
                ? CountStates.Limit : states[i] ?? (IsListed(i) ? states[i - 1] : null);
            var state = states[i];

            // "Exceeded its limit on 11 of 40 crossings": a part is no limit.
            if (state == CountStates.Limit && Form(Range(quantity).End) == "of")
            {
                continue;
            }

            var isLast = _last is not null && IsTrueNumber(quantity);
            if ((isLast ? _last : Thing(quantity, state, words, WholeGroup(i))) is { } thing)
            {
                words = isLast ? string.Empty : words;
                yield return (quantity, thing, words, ScopeOf(quantity, thing));
            }
        }
    }

    /// <summary>Who was counted last, for a bare number in the next sentence; <c>null</c> where nobody was.</summary>
    public string? Group => _quantities.Select(q => Stems(CountedWords(q))).LastOrDefault(g => g.Length > 0);

    private string Text => _scene.Document.Text;

    /// <summary>The index of the first word that ends behind a place.</summary>
    private int WordAt(int place) => Sorted.CountWhere(_words.Count, i => _words[i].Span.End <= place);

    private string Form(int at) => at >= 0 && at < _words.Count ? _words[at].Form : string.Empty;

    private (int First, int End) Range(Quantity quantity)
    {
        var end = quantity.Of is { } of && of.Start >= quantity.Span.End ? of.End : quantity.Span.End;
        return (WordAt(quantity.Span.Start), WordAt(end - 1) + 1);
    }

    /// <summary>Whether it is how many there are, rather than by how many, how often, how long, or how many there may come to be.</summary>
    private bool IsLevel(Quantity quantity)
    {
        if (quantity.Per is not null || quantity.Problem is not null || (quantity.Unit is { } unit && _durations.Contains(unit))
            || (quantity.Change is { } change && (change.To ?? double.NaN) != quantity.Value))
        {
            return false;
        }

        var (first, end) = Range(quantity);
        if (Form(WordAt(quantity.Span.End)) == "of" && Form(WordAt(quantity.Span.End) + 1) is "them" or "us" or "whom")
        {
            return false;
        }

        if (_more.Contains(Form(first - 1)) || _more.Contains(Form(end)) || Form(WordAt(quantity.Span.End)) is "more" or "fewer" or "less"
            || (Form(end) == "too" && Form(end + 1) is "many" or "much" or "few"))
        {
            return false;
        }

        return !Enumerable.Range(end, 2).Any(i => Form(i) is "could" or "would" or "will" or "may" or "might")
            && !Enumerable.Range(Math.Max(0, first - Behind), Math.Min(first, Behind))
                .Any(i => _forecasts.Contains(Form(i)) && Form(i + 1) is not ("estimate" or "say" or "guess" or "put" or "think"));
    }

    /// <summary>The counted words as they stand; empty where there are none.</summary>
    private string CountedWords(Quantity quantity) =>
        quantity.Of is { } of ? string.Join(' ', of.Slice(Text).ToString()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : string.Empty;

    /// <summary>"The true number is 23": of what was counted last.</summary>
    private bool IsTrueNumber(Quantity quantity)
    {
        var at = WordAt(quantity.Span.Start) - 1;
        return quantity.Unit is null && Form(at) is "is" or "was" && CountStates.IsCounting(Form(at - 1)) && Form(at - 2) is "true" or "real" or "actual" or "correct";
    }

    private CountedThing? Thing(Quantity quantity, string? state, string words, string? whole)
    {
        if (quantity.Unit is not null)
        {
            var measured = Stems(words);
            return measured.Length == 0 ? null : new CountedThing(UnitOf(quantity.Unit), state == CountStates.Limit
                ? state : null, measured);
        }

        // What stands before a bare number counts, rather than is counted: "the crew counted more than 200".
        var isBefore = quantity.Of is { } of && of.Start < quantity.Span.Start;
        if ((state is null && (words.Length == 0 || isBefore))
            || (isBefore && Stated(quantity.Of!.Value) is null
                && Form(WordAt(quantity.Span.Start) - 1) is not ("is" or "was" or "were" or "are" or "to" or "at")))
        {
            return null;
        }

        var group = isBefore ? string.Empty : Stems(words);
        if (state is not null)
        {
            return new CountedThing(null, state, group.Length == 0 ? whole ?? string.Empty : group);
        }

        // Without a state a count of people in general, or of a few things of one word, says too little to be compared.
        var thing = group.Length == 0 ? string.Empty : WithPhrase(quantity, group);
        return thing.Length == 0 || (!thing.Contains(' ', StringComparison.Ordinal) && (quantity.Value ?? quantity.High) is < Few)
            ? null : new CountedThing(null, null, thing);
    }

    /// <summary>The base unit of a dimension: miles and kilometers measure one thing.</summary>
    private static string UnitOf(string unit) => FigureUnits.BaseOf(unit) ?? unit;

    private static string Stems(string words)
    {
        string[] stems = [.. ContentWords.Words(words)
            .Where(CountStates.IsOfGroup).SelectMany(ContentWords.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        // "41 Danish citizens" are 41 Danes.
        return string.Join(' ', stems.Length > 1 ? stems.Where(stem => !_citizens.Contains(stem)) : stems);
    }

    /// <summary>With the phrase behind the counted words: "troops in combat" are not "troops".</summary>
    private string WithPhrase(Quantity quantity, string group)
    {
        var (_, end) = Range(quantity);
        if (!_prepositions.Contains(Form(end)))
        {
            return group;
        }

        List<string> phrase = [];
        for (var i = end + 1; i < Math.Min(_words.Count, end + 5) && !_words[i].IsMark && !_prepositions.Contains(Form(i))
            && !char.IsUpper(Text[_words[i].Span.Start]); i++)
        {
            phrase.Add(Form(i));
        }

        return Stems($"{group} {string.Join(' ', phrase)}");
    }

    /// <summary>"Of the 41 citizens on board, 24 are alive": whom a sentence's other numbers are some of.</summary>
    private string? WholeGroup(int at)
    {
        // "64 islanders were aboard. Fifteen are dead."
        if (_before is not null && Range(_quantities[0]).First <= 1 && _quantities.Take(at + 1).All(q => CountedWords(q).Length == 0))
        {
            return _before;
        }

        if (at == 0 || Form(0) != "of")
        {
            return null;
        }

        var whole = _quantities[0];
        return Range(whole).First <= 2 && Stems(CountedWords(whole)) is { Length: > 0 } group ? group : null;
    }

    /// <summary>
    /// Whether a quantity goes on with the list that the one before it began: "187 people aboard, 163 passengers and 24 crew".
    /// </summary>
    private bool IsListed(int at)
    {
        if (at == 0)
        {
            return false;
        }

        var (from, to) = (Range(_quantities[at - 1]).End, Range(_quantities[at]).First);
        return to - from <= 2 && Enumerable.Range(from, Math.Max(0, to - from)).All(i => Form(i) is "," or "and" or "or");
    }

    /// <summary>
    /// Whether nothing between a quantity and the one before it begins another clause: "220 passengers, a crew of 24 and up to
    /// 1,150 tons".
    /// </summary>
    private bool IsOneList(int at) => Range(_quantities[at - 1]).End is var from && Range(_quantities[at]).First is var to
        && Enumerable.Range(from, Math.Max(0, to - from))
            .All(i => Form(i) is "," or "and" or "or" or "a" or "an" or "of" or "the" or "to" or "up" || char.IsLetter(Form(i)[0]))
            && to - from <= 5
        && !Enumerable.Range(from, Math.Max(0, to - from))
            .Any(i => Form(i) is "he" or "she" or "it" or "they" or "had" or "was" or "were" or "is" or "are" or "but");

    private string? StateOf(Quantity quantity)
    {
        var (first, end) = Range(quantity);
        if (Enumerable.Range(Math.Max(0, first - LimitBefore), Math.Min(first, LimitBefore)).Any(i => CountStates.IsLimit(Form(i))))
        {
            return CountStates.Limit;
        }

        // The counted words themselves: "bodies", "174 saved".
        for (var i = WordAt(quantity.Span.End); i < end; i++)
        {
            if (CountStates.Of(Form(i)) is { } state && state != CountStates.Aboard)
            {
                return state;
            }
        }

        return StateBehind(end) ?? StateBefore(quantity, first) ?? Carried(quantity, end);
    }

    private string? StateBehind(int end)
    {
        for (var i = end; i < Math.Min(_words.Count, end + Behind); i++)
        {
            var form = Form(i);
            if (form is "." or ";" or ":" or "—" or "–" or "(" or "but" or "while" or "after" || IsQuantity(i)
                || (form == "and" && i > end))
            {
                return null;
            }

            if (form == "not")
            {
                return Enumerable.Range(i, 4).Any(j => Form(j) is "found" or "accounted") ? CountStates.Missing : null;
            }

            if (form == "on" && (Form(i + 1) == "board" || Enumerable.Range(i + 1, 5).Any(j => CountStates.IsVehicle(Form(j)))
                || (NameBehind(i + 1) is { } name && _carriers.Contains(name))))
            {
                return CountStates.Aboard;
            }

            if (CountStates.Of(form) is { } state && !CountStates.IsCarrying(form))
            {
                // "Missing from the list" are not missing.
                return state == CountStates.Missing && Form(i + 1) == "from" ? null : state;
            }
        }

        return null;
    }

    private string? StateBefore(Quantity quantity, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - Before); i--)
        {
            var form = Form(i);
            if (form is "." or ";" or ":" or "," or "—" or "–" or "(" or ")" or "and" or "but" || IsQuantity(i))
            {
                break;
            }

            if (CountStates.Of(form) is { } state
                && (state != CountStates.Aboard || (quantity.Unit is null && CountStates.IsCarrying(form) && Form(i + 1) != "out")))
            {
                return state;
            }
        }

        return quantity.Of is { } of && of.Start < quantity.Span.Start && Stated(of) is { } stated ? stated : null;
    }

    /// <summary>The state of a subject before its number: "the death toll rose to 14".</summary>
    private string? Stated(TextSpan of) =>
        Enumerable.Range(WordAt(of.Start), Math.Max(0, WordAt(of.End - 1) + 1 - WordAt(of.Start))).Select(i => CountStates.Of(Form(i)))
            .FirstOrDefault(s => s is not null && s != CountStates.Aboard);

    /// <summary>Passengers and crew are aboard, whatever the sentence says of them.</summary>
    private string? Carried(Quantity quantity, int end) =>
        Enumerable.Range(WordAt(quantity.Span.End), Math.Max(0, end - WordAt(quantity.Span.End)))
            .Any(i => CountStates.Of(Form(i)) == CountStates.Aboard) ? CountStates.Aboard : null;

    private bool IsQuantity(int word) => _quantities.Any(q => q.Span.Overlaps(_words[word].Span));

    /// <summary>
    /// The ship or the like that the sentence names, the nearest one before the number first; else the place that the count is tied to
    /// by a preposition right behind ("landed at Dor Amin").
    /// </summary>
    private string? ScopeOf(Quantity quantity, CountedThing thing)
    {
        if (thing.Unit is not null)
        {
            return null;
        }

        var named = _scene.Mentions.Where(m => _carriers.Contains(Carriers.Bare(m.Entity.Name)) && m.Span.Start >= _words[0].Span.Start
            && m.Span.End <= _words[^1].Span.End).ToList();
        return (named.FindLast(m => m.Span.End <= quantity.Span.Start) ?? named.Find(m => m.Span.Start >= quantity.Span.End)) is { } carrier
            ? Carriers.Bare(carrier.Entity.Name) : PlaceOf(quantity) ?? _usual;
    }

    private string? PlaceOf(Quantity quantity)
    {
        var (_, end) = Range(quantity);
        for (var i = end; i < Math.Min(_words.Count, end + Behind); i++)
        {
            if (Form(i) is "." or ";" or ":" or "," or "—" or "–" or "and" || IsQuantity(i))
            {
                return null;
            }

            if (Form(i) is "at" or "in" && NameBehind(i + 1) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The name that stands at a word, an article and small words that describe it left out.</summary>
    private string? NameBehind(int at)
    {
        for (var i = at; i < Math.Min(_words.Count, at + 5); i++)
        {
            if (_scene.Mentions.FirstOrDefault(m => m.Span.Start == _words[i].Span.Start) is { } mention)
            {
                // "The Ostrellian ferry Corriel": the last of the names that follow each other.
                var behind = WordAt(mention.Span.End - 1) + 1;
                return CountStates.IsVehicle(Form(behind)) && NameBehind(behind + 1) is { } ship ? ship
                    : ContentWords.Of(Form(behind)).Length > 0 && char.IsLower(Text[_words[behind].Span.Start]) ? null
                    : Carriers.Bare(mention.Entity.Name);
            }

            if (_words[i].IsMark || (_prepositions.Contains(Form(i)) && Form(i) is not "on"))
            {
                return null;
            }
        }

        return null;
    }
}
