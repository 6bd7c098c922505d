using System.Globalization;
using Sayso.Core.Entities;
using Sayso.Core.Text;
using Sayso.Evaluation.Gold;
using Sayso.Evaluation.Metrics;

namespace Sayso.Evaluation.Reports;

/// <summary>Names, entities and coreference as they are read from texts by themselves, against annotated ones.</summary>
public static class EntityEvaluation
{
    private static readonly string[] _kinds = ["person", "organization", "place", "other"];

    /// <summary>Names: found where every character is the same, right where the kind is the same too.</summary>
    public static EvaluationReport Names(string title, IReadOnlyList<NamedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Counts found = default, right = default;
        Dictionary<string, Counts> byKind = _kinds.ToDictionary(k => k, _ => default(Counts), StringComparer.Ordinal);
        foreach (var text in texts)
        {
            Dictionary<TextSpan, string> gold = text.Names.DistinctBy(n => n.Span).ToDictionary(n => n.Span, n => n.Kind);
            var predicted = NamesOf(text.Text);
            var matched = predicted.Where(p => gold.ContainsKey(p.Key)).ToList();
            found += new Counts(matched.Count, predicted.Count, gold.Count);
            right += new Counts(matched.Count(m => gold[m.Key] == m.Value), predicted.Count, gold.Count);
            foreach (var kind in _kinds)
            {
                byKind[kind] += new Counts(
                    matched.Count(m => m.Value == kind && gold[m.Key] == kind), predicted.Count(p => p.Value == kind),
                    gold.Count(g => g.Value == kind));
            }
        }

        return new(title, texts.Count,
            new[] { Row("names found", found), Row("names, kind right", right) }.Concat(_kinds.Select(k => Row(k, byKind[k])))
            .ToValueList());
    }

    /// <summary>
    /// What names are, where only some of a text's are annotated: of those annotated and read as names, the share whose kind is
    /// right.
    /// </summary>
    public static EvaluationReport Kinds(string title, IReadOnlyList<NamedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var byKind = _kinds.ToDictionary(k => k, _ => default(Counts), StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var gold = text.Names.DistinctBy(n => n.Span).ToDictionary(n => n.Span, n => n.Kind);
            var matched = NamesOf(text.Text).Where(p => gold.ContainsKey(p.Key)).Select(p => (Read: p.Value, Gold: gold[p.Key])).ToList();
            foreach (var kind in _kinds)
            {
                byKind[kind] += new Counts(
                    matched.Count(m => m.Read == kind && m.Gold == kind), matched.Count(m => m.Read == kind), matched.Count(m => m.Gold == kind));
            }
        }

        return new(title, texts.Count, _kinds.Select(k => Row(k, byKind[k]))
            .Prepend(Row("names, kind right", byKind.Values.Aggregate((a, b) => a + b))).ToValueList());
    }

    /// <summary>
    /// Coreference of names and of he and she. A mention that was read is the annotated one whose least words it has and in
    /// which it lies; entities of one mention are left out on both sides, as the CoNLL shared tasks do.
    /// </summary>
    public static EvaluationReport Coreference(string title, IReadOnlyList<MentionedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        CoreferenceMetrics.Sums muc = default, cubed = default, ceaf = default;
        Counts mentions = default;
        foreach (var text in texts)
        {
            var gold = text.Mentions.GroupBy(m => m.Entity, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => (IReadOnlyList<string>)[.. g.Select(Key).Distinct(StringComparer.Ordinal)]).ToList();
            var placed = new Placed(text.Mentions);
            var predicted = MentionReader.Read(text.Text).Where(e => e.Mentions.Count > 1)
                .Select(e => (IReadOnlyList<string>)[.. e.Mentions.Select(placed.KeyOf).Distinct(StringComparer.Ordinal)]).ToList();
            muc += CoreferenceMetrics.Muc(predicted, gold);
            cubed += CoreferenceMetrics.BCubed(predicted, gold);
            ceaf += CoreferenceMetrics.CeafE(predicted, gold);
            var known = gold.SelectMany(g => g).ToHashSet(StringComparer.Ordinal);
            mentions += new Counts(predicted.Sum(p => p.Count(known.Contains)), predicted.Sum(p => p.Count), known.Count);
        }

        return new(title, texts.Count, new[]
        {
            new EvaluationRow("CoNLL", (muc.F1 + cubed.F1 + ceaf.F1) / 3), Row("MUC", muc), Row("B³", cubed), Row("CEAF-e", ceaf),
            Row("mentions", mentions),
        }.ToValueList());
    }

    /// <summary>GAP's pronouns: each of the two names is meant or not; F1 of those meant, and by the pronoun's gender.</summary>
    public static EvaluationReport Pronouns(string title, IReadOnlyList<GapCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Counts masculine = default, feminine = default;
        foreach (var one in cases)
        {
            var meant = MentionReader.Read(one.Text).FirstOrDefault(e => e.Mentions.Any(m => m.Start == one.Pronoun));
            Counts counts = default;
            foreach (var name in (GapName[])[one.A, one.B])
            {
                var isMeant = meant is not null && meant.Mentions.Any(m => m.Start < name.Start + name.Length && name.Start < m.End);
                counts += new Counts(isMeant && name.IsMeant ? 1 : 0, isMeant ? 1 : 0, name.IsMeant ? 1 : 0);
            }

            (masculine, feminine) = one.IsFeminine ? (masculine, feminine + counts) : (masculine + counts, feminine);
        }

        return new(title, cases.Count, new[]
        {
            Row("all", masculine + feminine), Row("masculine", masculine), Row("feminine", feminine),
            new EvaluationRow("feminine by masculine", feminine.F1 / masculine.F1),
        }.ToValueList());
    }

    /// <summary>
    /// A table of those whom GAP's pronouns may mean, for fitting their weights: a header; then a line a candidate, with the
    /// case's name, whether the candidate is meant, whether it is one of the two names, and its features.
    /// </summary>
    public static IEnumerable<string> Candidates(IReadOnlyList<GapCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        yield return string.Join('\t', ["case", "meant", "asked", .. AntecedentReader.Features]);
        foreach (var one in cases)
        {
            var end = one.Pronoun;
            while (end < one.Text.Length && char.IsLetter(one.Text[end]))
            {
                end++;
            }

            foreach (var candidate in AntecedentReader.Read(one.Text, new TextSpan(one.Pronoun, end)))
            {
                bool Has(GapName name) => candidate.Mentions.Any(m => m.Start < name.Start + name.Length && name.Start < m.End);
                var isMeant = (one.A.IsMeant && Has(one.A)) || (one.B.IsMeant && Has(one.B));
                yield return string.Join('\t',
                    [one.Id, isMeant ? "1" : "0", Has(one.A) || Has(one.B)
                        ? "1" : "0", .. candidate.Features.Select(f => f.ToString("0.####", CultureInfo.InvariantCulture))]);
            }
        }
    }

    /// <summary>
    /// A table for fitting the weights of names' kinds: a line for each annotated name that is read as one, with the text's
    /// number, the annotated kind, and what is seen of the name.
    /// </summary>
    public static IEnumerable<string> NameKinds(IReadOnlyList<NamedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        for (var i = 0; i < texts.Count; i++)
        {
            var gold = texts[i].Names.DistinctBy(n => n.Span).ToDictionary(n => n.Span, n => n.Kind);
            foreach (var name in NameKindReader.Read(texts[i].Text).Where(n => gold.ContainsKey(n.Span)))
            {
                yield return string.Join('\t', [i.ToString(CultureInfo.InvariantCulture), gold[name.Span], .. name.Features]);
            }
        }
    }

    private static Dictionary<TextSpan, string> NamesOf(string text)
    {
        Dictionary<TextSpan, string> names = [];
        foreach (var entity in MentionReader.Read(text))
        {
            foreach (var mention in entity.Mentions.Where(m => char.IsUpper(text[m.Start]) || m.Length > 10)
                .Where(m => !IsPronoun(text, m)))
            {
                names[mention] = KindOf(entity.Type);
            }
        }

        return names;
    }

    private static bool IsPronoun(string text, TextSpan span) =>
        text[span.Start..span.End].ToLowerInvariant() is "he" or "him" or "his" or "himself" or "she" or "her" or "hers" or "herself";

    private static string KindOf(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organization",
        EntityType.Country or EntityType.Place => "place",
        _ => "other",
    };

    private static string Key(GumMention mention) => $"{mention.Span.Start}-{mention.Span.End}";

    private static EvaluationRow Row(string name, Counts c) =>
        new(name, c.F1) { Precision = c.Precision, Recall = c.Recall, Right = c.Right, Predicted = c.Predicted, Gold = c.Gold };

    private static EvaluationRow Row(string name, CoreferenceMetrics.Sums s) =>
        new(name, s.F1) { Precision = s.Precision, Recall = s.Recall };

    /// <summary>Which annotated mention one that was read is: the shortest that it lies in and whose least words it has.</summary>
    private sealed class Placed(IReadOnlyList<GumMention> mentions)
    {
        private readonly ILookup<int, GumMention> _byHead = mentions.OrderBy(m => m.Span.Length).ToLookup(m => m.Head.End);

        public string KeyOf(TextSpan span)
        {
            for (var end = span.End; end > span.Start; end--)
            {
                if (_byHead[end].FirstOrDefault(m => m.Span.Contains(span) && span.Contains(m.Head)) is { } gold)
                {
                    return Key(gold);
                }
            }

            return $"read {span.Start}-{span.End}";
        }
    }
}
