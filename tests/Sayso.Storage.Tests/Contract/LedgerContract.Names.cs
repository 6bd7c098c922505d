using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Ledger;
using Sayso.Core.Text;
using Sayso.Storage.Tests.Doubles;

namespace Sayso.Storage.Tests.Contract;

/// <content>By whom statements are found, however many are his.</content>
public abstract partial class LedgerContract
{
    /// <summary>By name, words in what is said, words anywhere, at most; and where those that are found stand.</summary>
    private static readonly (string Who, string? About, string? Text, int Limit, int[] Places)[] _names =
    [
        ("vorn", null, null, 3, [0, 1, 2]),
        ("Vörn Ilse", null, "hoist", 3, [0, 1, 2]),
        ("vorn", "hoist", "hoist", 9, []),
        ("Verrin", null, null, 9, [5999]),
        ("Verrin", null, "hoist", 9, [5999]),
        ("Verrin", null, "lower", 9, []),
        ("Ilse Verrin", null, null, 9, []),
        ("Russia", null, null, 9, [5998]),
        ("Ilo", null, null, 9, [5998, 5999]),
    ];

    [Theory]
    [InlineData("vorn", 3, new[] { 5997, 5996, 5995 })]
    [InlineData("Staff, ILSE", 2, new[] { 5997, 5996 })]
    [InlineData("Verrin", 9, new[] { 5999 })]
    [InlineData("vorn verrin", 9, new int[0])]
    [InlineData("—", 9, new int[0])]
    public void Statements_OfWordsOfNames_LastReadFirst(string words, int limit, int[] places)
    {
        AddNames();
        Assert.Equal(places, Ledger.Statements(new StatementQuery { NameWords = words, IsLastReadFirst = true, Limit = limit }).Select(s => s.Statement.Cue.Extent.Start / 6));
    }

    [Fact]
    public void Statements_OfANameThatVeryManyHave_AndOfARareOne_ComeInTheirOrder()
    {
        var document = AddNames();
        foreach (var (who, about, text, limit, places) in _names)
        {
            var query = new StatementQuery { Who = who, About = about, Text = text, Limit = limit };
            Assert.Equal(places, Ledger.Statements(query).Select(s => s.Statement.Cue.Extent.Start / 6));
            Assert.Equal(places, Ledger.Statements(query with { DocumentId = document.Id }).Select(s => s.Statement.Cue.Extent.Start / 6));
        }
    }

    /// <summary>A document of very many statements of one name, and one each of two others, last.</summary>
    private Document AddNames()
    {
        const int Many = 6000;
        var document = Made.Document(string.Concat(Enumerable.Repeat("hoist ", Many)));
        Ledger.Add(
            document,
            [
                .. Enumerable.Range(0, Many).Select(i => Made.Statement(document.Id, new Attribution(SpanList.Empty, SpanList.Of([new TextSpan(6 * i, (6 * i) + 5)]), SpanList.Empty)) with
                {
                    Chain = new[] { Hop(i switch { Many - 1 => "Ilo Verrin", Many - 2 => "Kremlin", _ => "Ilse Vorn" }), Hop(i >= Many - 2 ? "Ilo" : "harbour staff") }.ToValueList(),
                })
            ],
            Made.Reading);
        return document;

        static Hop Hop(string name) => new(name, SourceKind.Named, SpanList.Empty, HopRelation.Says);
    }
}
