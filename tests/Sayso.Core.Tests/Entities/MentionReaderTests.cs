using System.Globalization;
using Sayso.Core.Entities;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Entities;

public sealed class MentionReaderTests
{
    /// <summary>A text, its pronoun, who is meant.</summary>
    public static TheoryData<string, string, string> Pronouns => new()
    {
        // A name of one word, whatever else is named between.
        { "In 2031 Sorvell wrote three novels in Kessary. Her last one sold well.", "Her", "Sorvell" },
        { "In 2031 Varlo bought the mill from the Kessary Bank. He closed it within a year.", "He", "Varlo" },

        // The subject before the object.
        { "Dunja Harpel wrote to Ilva Renn about the mole. She wanted an answer.", "She", "Dunja Harpel" },

        // Nobody of the other gender.
        { "Dunja Harpel met Anton Reve at the mole. He had measured it.", "He", "Anton Reve" },

        // Named behind only.
        { "After she left the mill, Mira Solt ran a ferry.", "she", "Mira Solt" },

        // Places and bodies are nobody.
        { "Dunja Harpel sailed to Kessary for the Harbour Board. There she fell ill.", "she", "Dunja Harpel" },
    };

    [Theory]
    [MemberData(nameof(Pronouns))]
    public void Pronouns_MeanTheLikeliest(string text, string pronoun, string who)
    {
        var at = $" {text}".IndexOf($" {pronoun} ", StringComparison.Ordinal);
        Assert.Equal(who, MentionReader.Read(text).SingleOrDefault(e => e.Mentions.Any(m => m.Start == at))?.Name);
    }

    [Fact]
    public void Candidates_HaveEveryFeature()
    {
        const string Text = "Dunja Harpel met Ilva Renn at the mole. She had measured it.";
        var candidates = AntecedentReader.Read(Text, new TextSpan(Text.IndexOf("She", StringComparison.Ordinal), Text.IndexOf("She", StringComparison.Ordinal) + 3));
        Assert.Equal(2, candidates.Count);
        Assert.All(candidates, c => Assert.Equal(AntecedentReader.Features.Count, c.Features.Count));
        Assert.Equal("Ilva Renn", Assert.Single(candidates[0].Mentions).Slice(Text).ToString());
        Assert.Equal(AntecedentReader.Features.Count, AntecedentReader.Features.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Pronouns_WithoutAnybody_MeanNobody() => Assert.Empty(MentionReader.Read("He said that she was there.").SelectMany(e => e.Mentions));

    [Fact]
    public void Names_MayBeMany()
    {
        var text = string.Concat(Enumerable.Range(0, 2_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"Ann{(char)('a' + (i % 26))} Loy{(char)('a' + (i / 26 % 26))} met him and she left. ")));
        Assert.All(MentionReader.Read(text), e => Assert.All(e.Mentions, m => Assert.InRange(m.End, m.Start + 1, text.Length)));
    }
}
