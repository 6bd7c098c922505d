using Sayso.Core.Attributions;
using Sayso.Core.Chains;
using Sayso.Core.Documents;
using Sayso.Core.Text;

namespace Sayso.Core.Tests.Chains;

public sealed class ChainTests
{
    /// <summary>A text; its statements as source|cue|content, a number before one that is held by that earlier one; their chains.</summary>
    public static TheoryData<string, string[], string[]> Cases => new()
    {
        {
            "Rain fell. The chief engineer, Dunja Harpel, said the dam had held. She added that it was old. “I checked it,” Harpel said.",
            ["The chief engineer, Dunja Harpel|said|the dam had held", "She|added|that it was old", "Harpel|said|“I checked it,”", "2 I|checked|it"],
            ["Dunja Harpel/named", "Dunja Harpel/named", "Dunja Harpel/named", "Dunja Harpel/named"]
        },
        {
            "Minister says dam held\nThe dam held. Rain fell on Tarn. Ruvo Kestel said it was old. “I saw it,” Mr Kestel said.",
            ["Minister|says|dam held", "Ruvo Kestel|said|it was old", "Mr Kestel|said|“I saw it,”"],
            ["Ruvo Kestel/named", "Ruvo Kestel/named", "Ruvo Kestel/named"]
        },
        {
            "Minister says dam held\nThe transport minister was in Tarn. Ruvo Kestel said it was old. The foreign minister, Salka Dorn, met Mr Kestel.",
            ["Minister|says|dam held", "Ruvo Kestel|said|it was old"],
            ["Ruvo Kestel/named", "Ruvo Kestel/named"]
        },
        {
            "The Tarn Port Authority said it rained. Brenn Line said that 90 people were aboard, according to its manifest.",
            ["The Tarn Port Authority|said|it rained", "its manifest|according to|that 90 people were aboard"],
            ["Tarn Port Authority/named", "manifest/document > Brenn Line/named"]
        },
        {
            "Kestel steps back\nIn Tarn yesterday Ruvo Kestel said the dam was old. Mr Kestel said it leaked.",
            ["Ruvo Kestel|said|the dam was old", "Mr Kestel|said|it leaked"],
            ["Ruvo Kestel/named", "Ruvo Kestel/named"]
        },
        {
            "Rain in Tarn\nPrime Minister Oda Brask went to the dam. Minister says it held\nThe harbour was open. Transport Minister Ruvo Kestel, said it held. He said it was old.",
            ["Minister|says|it held", "He|said|it was old"],
            ["Ruvo Kestel/named", "Ruvo Kestel/named"]
        },
        {
            "Mr Ilo Verrin met Mrs Dunja Harpel. She said the dam held. He said it leaked.",
            ["She|said|the dam held", "He|said|it leaked"],
            ["Dunja Harpel/named", "Ilo Verrin/named"]
        },
        {
            "It leaked, according to the Tarn dam blog Cold Harbour, which is written by a former inspector.\nCommodore Ruvo Kestel of the coastguard said that he had seen no leak. He has asked for a survey.",
            ["the Tarn dam blog Cold Harbour|according to|It leaked", "Commodore Ruvo Kestel of the coastguard|said|that he had seen no leak", "He|has asked|for a survey"],
            ["Cold Harbour/named", "Ruvo Kestel/named", "Ruvo Kestel/named"]
        },
        {
            "Dunja Harpel dismissed Ilo Verrin's claim that the dam leaked.",
            ["Dunja Harpel|dismissed|Ilo Verrin's claim that the dam leaked", "0 Ilo Verrin's|claim|that the dam leaked"],
            ["Dunja Harpel/named", "Ilo Verrin/named"]
        },
        {
            "A Harbour Board spokeswoman said the dam held. “We are sure of it,” she said.",
            ["A Harbour Board spokeswoman|said|the dam held", "she|said|“We are sure of it,”", "1 We|are sure of|it"],
            ["Harbour Board spokeswoman/anonymous", "Harbour Board spokeswoman/anonymous", "Harbour Board spokeswoman/anonymous > Harbour Board/named"]
        },
        {
            "It rained. HSB said it was shut. The Harbour Safety Board said so again.",
            ["HSB|said|it was shut", "The Harbour Safety Board|said|so again"],
            ["Harbour Safety Board/named", "Harbour Safety Board/named"]
        },
        {
            "It rained. Dunja Harpel, a diver, braggart and thief who doubts the dam, left Tarn.",
            ["who|doubts|the dam"],
            ["Dunja Harpel/named"]
        },
        {
            "It rained. Reports in Tarn and Ostrel say the dam held.",
            ["Reports in Tarn and Ostrel|say|the dam held"],
            ["Reports in Tarn and Ostrel/document"]
        },
        {
            "It rained. None of the engineers said the dam held.",
            ["None of the engineers|said|the dam held"],
            ["engineers/collective"]
        },
        {
            "It rained. A London poll found that the dam held.",
            ["A London poll|found|that the dam held"],
            ["London poll/document"]
        },
        {
            "“It held,” Dunja Harpel said on Channel Six's show.",
            ["Dunja Harpel|said on Channel Six's|“It held,”"],
            ["Channel Six/outlet > Dunja Harpel/named"]
        },
        {
            "A water official said the dam held. Dunja Harpel, the water minister, said it was old.",
            ["A water official|said|the dam held"],
            ["Dunja Harpel/named"]
        },
        {
            "Rain fell on Tarn.\nI think the dam held.\nDunja Harpel is the mayor of Tarn and lives near the old harbour.",
            ["I|think|the dam held"],
            ["Dunja Harpel/named"]
        },
        {
            "Ilo Verrin said Dunja Harpel thinks the dam held.",
            ["Ilo Verrin|said|Dunja Harpel thinks the dam held", "0 Dunja Harpel|thinks|the dam held"],
            ["Ilo Verrin/named", "Ilo Verrin/named > Dunja Harpel/named"]
        },
        {
            "Ilo Verrin, citing the port authority, said the dam held.",
            ["Ilo Verrin|said|the dam held", "0 the port authority|citing|the dam held"],
            ["Ilo Verrin/named > port authority/named", "Ilo Verrin/named > port authority/named"]
        },
        {
            "The dam held, the Weir Gazette has reported on Friday, citing engineers.",
            ["engineers|reported|The dam held"],
            ["Weir Gazette/outlet > engineers/collective"]
        },
        {
            "The dam held, the Weir Gazette reported. It leaked, said people, citing engineers.",
            ["engineers|said|It leaked"],
            ["engineers/collective"]
        },
        {
            "Ilo Verrin denied that Dunja Harpel said the dam leaked.",
            ["Ilo Verrin|denied|that Dunja Harpel said the dam leaked", "0 Dunja Harpel|said|the dam leaked"],
            ["Ilo Verrin/named", "Dunja Harpel/named"]
        },
        {
            "Ilo Verrin told the Ostrel Courier the dam held.",
            ["Ilo Verrin|told|the dam held"],
            ["Ostrel Courier/outlet > Ilo Verrin/named"]
        },
        {
            "A letter from the Harbour Board says the dam held.",
            ["A letter from the Harbour Board|says|the dam held"],
            ["letter/document > Harbour Board/named"]
        },
        {
            "It is feared that it broke. Two officials familiar with the survey said so. Critics said no. A neighbour said yes.",
            ["|is feared|that it broke", "Two officials familiar with the survey|said|so", "Critics|said|no", "A neighbour|said|yes"],
            ["unspecified/anonymous", "Two officials familiar with the survey/anonymous", "Critics/collective", "neighbour/anonymous"]
        },
        {
            "Brandt Holdings reported a loss. The company said costs rose. “We are sorry,” it added.",
            ["Brandt Holdings|reported|a loss", "The company|said|costs rose", "it|added|“We are sorry,”"],
            ["Brandt Holdings/named", "Brandt Holdings/named", "Brandt Holdings/named"]
        },
        {
            "Robert Verrin of the Dockers Union said it held. The Governor of Ostrel Bank said no.",
            ["Robert Verrin of the Dockers Union|said|it held", "The Governor of Ostrel Bank|said|no"],
            ["Robert Verrin/named", "Governor of Ostrel Bank/named"]
        },
        {
            "The clerks say it leaks, citing the mill’s engineers.",
            ["The clerks|say|it leaks", "0 the mill’s engineers|citing|it leaks"],
            ["clerks/collective > mill’s engineers/collective", "clerks/collective > mill’s engineers/collective"]
        },
        {
            "A memo obtained by the radio station Onda Clara says it leaks. The memo adds that it is old.",
            ["A memo obtained by the radio station Onda Clara|says|it leaks", "The memo|adds|that it is old"],
            ["Onda Clara/outlet > memo/document", "Onda Clara/outlet > memo/document"]
        },
        {
            "The consultant, Dr Robert Arle, said it held. A clerk named Tessa Loy said no.",
            ["The consultant, Dr Robert Arle|said|it held", "A clerk named Tessa Loy|said|no"],
            ["Robert Arle/named", "Tessa Loy/named"]
        },
        {
            "Clerks found Dunja Harpel, who said the dam held.",
            ["who|said|the dam held"],
            ["Dunja Harpel/named"]
        },
        {
            "A survey by Loy Research came out. The survey found fear. 58 percent of anglers said the dam leaks.",
            ["The survey|found|fear", "58 percent of anglers|said|the dam leaks"],
            ["survey/document > Loy Research/named", "survey/document > 58 percent of anglers/collective"]
        },
        {
            "Harbour Board Chief Engineer Dunja Harpel said it held. The engineer added more. Verrin Radio quoted Secretary of Trade Robert Arle.",
            ["Harbour Board Chief Engineer Dunja Harpel|said|it held", "The engineer|added|more", "Secretary of Trade Robert Arle|quoted|it held"],
            ["Dunja Harpel/named", "Dunja Harpel/named", "Robert Arle/named"]
        },
        {
            "The port called in Tessa Loy, a former diver. Ilo Verrin met her. The diver said it held.",
            ["The diver|said|it held"],
            ["Tessa Loy/named"]
        },
        {
            "The Harbour Board regretted it in a statement. Ilo Verrin was away. The statement said it held. Her letter says no. Dunja Harpel’s will says so.",
            ["The Harbour Board|regretted|it", "The statement|said|it held", "Dunja Harpel’s will|says|so"],
            ["Harbour Board/named", "statement/document > Harbour Board/named", "Dunja Harpel’s will/document > Dunja Harpel/named"]
        },
        {
            "Recordings of miners, released by the Harbour Board, reveal fear. These tapes say more.",
            ["Recordings of miners, released by the Harbour Board,|reveal|fear", "These tapes|say|more"],
            ["Harbour Board/named > Recordings of miners/document", "Harbour Board/named > Recordings of miners/document"]
        },
        {
            "The Harbour Board is late. A spokesman said it held. Ilo Verrin and Dunja Harpel said no. The two left, the pair said.",
            ["A spokesman|said|it held", "Ilo Verrin and Dunja Harpel|said|no", "the pair|said|The two left"],
            ["spokesman for Harbour Board/anonymous", "Ilo Verrin; Dunja Harpel/named", "Ilo Verrin; Dunja Harpel/named"]
        },
        {
            "Mayor Ilo Verrin spoke first. Mayor Robert Arle was there. “Arle and I disagree,” he said.",
            ["he|said|“Arle and I disagree,”"],
            ["Ilo Verrin/named"]
        },
        {
            "The White House’s previous estimate was 3,000. Around 14,000 people feared it.",
            ["The White House’s previous|estimate|3,000", "Around 14,000 people|feared|it"],
            ["White House/named", "Around 14,000 people/collective"]
        },
        {
            "Dunja Harpel’s Dam Held, Says Verrin\nIlo Verrin said on Monday that the dam of Dunja Harpel held.",
            ["Verrin|Says|Dunja Harpel’s Dam Held", "Ilo Verrin|said|that the dam of Dunja Harpel held"],
            ["Ilo Verrin/named", "Ilo Verrin/named"]
        },
        {
            "Tessa Loy quoted a driver as telling her that the dam leaked.",
            ["Tessa Loy|quoted|a driver as telling her that the dam leaked", "0 a driver|telling|that the dam leaked"],
            ["Tessa Loy/named > driver/anonymous", "Tessa Loy/named > driver/anonymous"]
        },
        {
            "A Tarn officer quoted by the Ostrel Courier admits that it leaks. A memo quoted in court by Harpel says no.",
            ["A Tarn officer quoted by the Ostrel Courier|admits|that it leaks", "0 the Ostrel Courier|quoted by|that it leaks", "A memo quoted in court by Harpel|says|no"],
            ["Ostrel Courier/outlet > Tarn officer/anonymous", "Ostrel Courier/outlet > Tarn officer/anonymous", "Harpel/named > memo/document"]
        },
        {
            "Clerks found Robert Arle of Denmark, who said the dam held.",
            ["who|said|the dam held"],
            ["Robert Arle/named"]
        },
        {
            "Mr Ilo Verrin said no. The Orvan Bay Trial said yes. He added more.",
            ["Mr Ilo Verrin|said|no", "The Orvan Bay Trial|said|yes", "He|added|more"],
            ["Ilo Verrin/named", "Orvan Bay Trial/named", "Ilo Verrin/named"]
        },
        {
            "Supporters of Dunja Harpel were late. Harpel said it held.",
            ["Harpel|said|it held"],
            ["Dunja Harpel/named"]
        },
        {
            "It rained in Tarn. Tarn police said it held. Cops left, police said. A Tarn police officer said no.",
            ["Tarn police|said|it held", "police|said|Cops left"],
            ["Tarn police/named", "Tarn police/named"]
        },
        {
            "Oslo denied it. The U.S. said no.",
            ["Oslo|denied|it", "The U.S.|said|no"],
            ["Norway/named", "United States/named"]
        },
        {
            "Dunja Harpel was away. Then @realDunjaHarpel wrote that it held.",
            ["@realDunjaHarpel|wrote|that it held"],
            ["Dunja Harpel/named"]
        },
        {
            "Analysts said no. Others said yes.",
            ["Analysts|said|no", "Others|said|yes"],
            ["Analysts/collective", "other analysts/collective"]
        },
        {
            "The mill has forty workers and several complained.",
            ["several|complained|forty workers"],
            ["workers/collective"]
        },
        {
            "Ilo Verrin said no. Dunja Harpel said yes. Both said that it rained. One, fisherman Robert Arle, said so.",
            ["Ilo Verrin|said|no", "Dunja Harpel|said|yes", "Both|said|that it rained", "One, fisherman Robert Arle|said|so"],
            ["Ilo Verrin/named", "Dunja Harpel/named", "Ilo Verrin; Dunja Harpel/named", "Robert Arle/named"]
        },
        {
            "Minister Robert Arle said no. The attorney general said yes. The pilot of one of the boats said so.",
            ["Minister Robert Arle|said|no", "The attorney general|said|yes", "The pilot of one of the boats|said|so"],
            ["Robert Arle/named", "attorney general/named", "pilot of one of the boats/named"]
        },
        {
            "Brenn Line issued a short statement. Ilo Verrin left. The statement said it held. In a letter, Dunja Harpel said no. The letter says it leaks.",
            ["The statement|said|it held", "Dunja Harpel|said|no", "The letter|says|it leaks"],
            ["statement/document > Brenn Line/named", "Dunja Harpel/named", "letter/document > Dunja Harpel/named"]
        },
        {
            "Mr Ilo Verrin rang from Mr Oro Kestel’s boat. He said it held.",
            ["He|said|it held"],
            ["Ilo Verrin/named"]
        },
        {
            "Dunja Harpel left. Her father said no. The Canadians said yes.",
            ["Her father|said|no", "The Canadians|said|yes"],
            ["father of Dunja Harpel/anonymous", "Canada/named"]
        },
        {
            // A title with a point ends no sentence, and the surname behind it is a name wherever it stands.
            "Mr. King left. Mrs. Quarm has been frank in her plan. “It was wet,” said Mr. King, whose boat held. Mrs. Quarm said no.",
            ["her|plan|It was wet", "Mr. King|said|It was wet", "Mrs. Quarm|said|no"],
            ["Quarm/named", "King/named", "Quarm/named"]
        },
        {
            "Dunja Harpel arrived in Ostrel, where she went straight to the hospital. Asked by a reporter about Tarn Reve, she said: “I trust him.”",
            ["she|said|I trust him"],
            ["Dunja Harpel/named"]
        },
        {
            "Harbour Safety Agency campaign manager Dunja Harpel left. The agency said no. Farmers and anybody who complains said so.",
            ["The agency|said|no", "who|complains|said so"],
            ["Harbour Safety Agency/named", "anybody/anonymous"]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Chains_AreRead_From(string text, string[] statements, string[] expected)
    {
        Assert.Equal(expected, Interpreter.Interpret(Made(text), Marked(text, statements))
            .OrderBy(s => Array.FindIndex(statements, m => Matches(m, s, text)))
            .Select(s => string.Join(" > ", s.Chain.Select(h => $"{h.Name}/{ClosedSet.NameOf(h.Kind)}"))));
    }

    [Theory]
    [InlineData("It leaked, according to Ilo Verrin.", "Ilo Verrin|according to|It leaked", "says")]
    [InlineData("It leaked, according to a report.", "a report|according to|It leaked", "writes")]
    [InlineData("Ilo Verrin praised the crew, citing its work.", "Ilo Verrin|citing|its work", "says")]
    [InlineData("Ilo Verrin is throwing his support behind the dam.", "Ilo Verrin|throwing his support behind|the dam", "says")]
    [InlineData("Ilo Verrin supported the dam.", "Ilo Verrin|supported|the dam", "believes")]
    [InlineData("Ilo Verrin senses that it leaks.", "Ilo Verrin|senses|that it leaks", "believes")]
    [InlineData("Ilo Verrin has been known to call it old.", "Ilo Verrin|has been known|to call it old", "says")]
    [InlineData("Ilo Verrin knew that it leaked.", "Ilo Verrin|knew|that it leaked", "believes")]
    [InlineData("Ilo Verrin seethed after the disclosure that it leaked.", "Ilo Verrin|seethed after the disclosure|that it leaked", "says")]
    [InlineData("Ilo Verrin disclosed that it leaked.", "Ilo Verrin|disclosed|that it leaked", "releases")]
    public void LastHop_UttersIt_AsItsCueTells(string text, string statement, string expected) =>
        Assert.Equal(expected, ClosedSet.NameOf(Interpreter.Interpret(Made(text), Marked(text, [statement])).Single().Chain[^1].Relation));

    [Fact]
    public void Hop_ThatNamesAnother_CitesHim()
    {
        const string Text = "It leaked, Ilo Verrin said, citing Dunja Harpel.";
        Assert.All(Interpreter.Interpret(Made(Text), Marked(Text, ["Ilo Verrin|said|It leaked", "0 Dunja Harpel|citing|It leaked"])), statement =>
            Assert.Equal([("Ilo Verrin", HopRelation.Cites), ("Dunja Harpel", HopRelation.Says)], statement.Chain.Select(h => (h.Name, h.Relation))));
    }

    [Fact]
    public void Sources_AreResolved_AndKeepTheirWords()
    {
        const string Text = "Dunja Harpel said it held. She wrote that it leaked.";
        var statements = Interpreter.Interpret(Made(Text), Marked(Text, ["Dunja Harpel|said|it held", "She|wrote|that it leaked"]));
        var hop = statements[1].SourceHop!;
        Assert.Equal(("Dunja Harpel", SourceKind.Named, HopRelation.Writes, "She"), (hop.Name, hop.Kind, hop.Relation, hop.Spans.TextOf(Text)));
    }

    [Fact]
    public void OwnWords_OfAnAuthor_AreHis()
    {
        const string Text = "I think the dam held.";
        Attribution[] own = [.. Marked(Text, ["I|think|the dam held"])];
        Assert.Equal("Ilo Verrin", Interpreter.Interpret(Made(Text) with { Byline = "Ilo Verrin" }, own).Single().Chain.Single().Name);
        Assert.Equal(Hop.Unspecified, Interpreter.Interpret(Made(Text), own).Single().Chain.Single().Name);
    }

    [Fact]
    public void OwnWords_OfAnOutlet_AreItsOwn()
    {
        const string Text = "We think the dam held.";
        var hop = Interpreter.Interpret(Made(Text) with { Outlet = "The Ostrel Courier" }, Marked(Text, ["We|think|the dam held"])).Single().Chain.Single();
        Assert.Equal(("The Ostrel Courier", SourceKind.Outlet), (hop.Name, hop.Kind));
    }

    [Fact]
    public void TheOutletsOwnPage_IsNoHop()
    {
        const string Text = "Ilo Verrin told the Ostrel Courier the dam held.";
        var statement = Interpreter.Interpret(Made(Text) with { Outlet = "The Ostrel Courier" }, Marked(Text, ["Ilo Verrin|told|the dam held"])).Single();
        Assert.Equal(["Ilo Verrin"], statement.Chain.Select(h => h.Name));
    }

    /// <summary>A megabyte of pronouns and names in one line: looked back over is a bounded number of them.</summary>
    [Fact]
    public void Pronouns_InAHugeText_AreResolved()
    {
        const string Sentence = "Dunja Harpel said it held, she said. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 27_000));
        var spans = Enumerable.Range(0, 27_000).Select(i => i * Sentence.Length).Select(at => new Attribution(
            SpanList.Of(new TextSpan(at + 27, at + 30)), SpanList.Of(new TextSpan(at + 31, at + 35)), SpanList.Of(new TextSpan(at + 18, at + 25))));
        Assert.All(Interpreter.Interpret(Made(text), spans), s => Assert.Equal("Dunja Harpel", s.Chain.Single().Name));
    }

    private static bool Matches(string mark, Statement statement, string text)
    {
        var parts = mark[(mark.IndexOf(' ', StringComparison.Ordinal) is 1 && char.IsDigit(mark[0]) ? 2 : 0)..].Split('|');
        return statement.Source.TextOf(text) == parts[0] && statement.Cue.TextOf(text) == parts[1] && statement.Content.TextOf(text) == parts[2];
    }

    private static List<Attribution> Marked(string text, string[] marks)
    {
        List<Attribution> found = [];
        var from = 0;
        foreach (var mark in marks)
        {
            var held = mark.Length > 2 && char.IsDigit(mark[0]) && mark[1] == ' ' ? mark[0] - '0' : -1;
            var parts = (held >= 0 ? mark[2..] : mark).Split('|');
            from = held >= 0 ? 0 : from;
            var cue = Span(text, parts[1], from, " ");
            found.Add(new Attribution(
                parts[0].Length == 0 ? SpanList.Empty : Near(text, parts[0], cue[0].Start), cue, Near(text, parts[2], cue[0].Start))
            {
                Parent = held >= 0 ? found[held] : null,
            });
            from = held >= 0 ? from : cue[0].End;
        }

        return found;
    }

    private static SpanList Span(string text, string words, int from, string before)
    {
        var at = text.IndexOf(before + words, from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{words}” is not in the text.");
        return SpanList.Of(new TextSpan(at + before.Length, at + before.Length + words.Length));
    }

    /// <summary>The occurrence nearest to a place.</summary>
    private static SpanList Near(string text, string words, int place)
    {
        List<int> all = [];
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            all.Add(at);
        }

        Assert.True(all.Count > 0, $"“{words}” is not in the text.");
        var best = all.MinBy(at => Math.Abs(at - place));
        return SpanList.Of(new TextSpan(best, best + words.Length));
    }

    private static Document Made(string text) => new() { Id = "d", Raw = default, RawHash = "", MediaType = "text/plain", Text = text };
}
