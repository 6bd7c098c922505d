using System.Text;
using Sayso.Core.Errors;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Sayso.Ingestion.Tests;

public sealed class PdfTests
{
    private static readonly string[] _left =
    [
        "The harbour board was told of cracks in the", "north mole two years ago, an engineer said on", "Monday, and did nothing about it. The engi-", "neer, who left the board in spring, wrote it", "down, she said, in a well-",
    ];

    private static readonly string[] _right =
    [
        "known book that any member could read. The", "chairman told the council in May that it was", "as sound as the day it was built, the minutes", "show. A well-known diver disagreed. An engineer", "must know, he said.",
    ];

    /// <summary>A page in two columns under a headline, with running heads.</summary>
    private static byte[] Paper(int pages = 2) => Made(pages, (page, number) =>
    {
        page(9, 290, 30, $"Page {number} of {pages}");
        page(11, 72, 800, $"THE DAILY GULL   Monday 5 May 2031   {number}");
        page(24, 72, 740, number == 1 ? "Board knew of cracks in" : "");
        page(24, 72, 712, number == 1 ? "the mole" : "");
        if (number > 1)
        {
            page(10, 72, 680, $"Nobody asked it to, the clerk said {number} times.");
            return;
        }

        for (var i = 0; i < _left.Length; i++)
        {
            page(10, 72, 680 - (12 * i), _left[i]);
            page(10, 310, 680 - (12 * i), _right[i]);
        }

    });

    [Fact]
    public void Columns_AreReadOneAfterTheOther_WordsPutTogether_RunningHeadsLeftOut()
    {
        var document = Reading.Bytes(Paper()).Document!;
        const string Paragraph = "The harbour board was told of cracks in the north mole two years ago, an engineer said on Monday, and did nothing about it. The engineer, who left the board in spring, wrote it "
            + "down, she said, in a well-known book that any member could read. The chairman told the council in May that it was as sound as the day it was built, the minutes show. A well-known diver disagreed. An engineer must know, he said.";
        Assert.Equal(["Board knew of cracks in the mole", Paragraph, "Nobody asked it to, the clerk said 2 times."], document.Text.Split('\n'));
        Assert.Equal(("Board knew of cracks in the mole", "application/pdf"), (document.Title, document.MediaType));
    }

    [Fact]
    public void Paragraphs_EndAtSpacesIndentsAndShortLines()
    {
        string[] lines = ["The board was told of cracks in the north mole", "two years ago, she said.", "    It did nothing with the news for all those", "years, the minutes show, and it will not tell us", "why.", "", "Nobody asked it to."];
        var text = Reading.Bytes(Made(1, (page, _) =>
        {
            for (var i = 0; i < lines.Length; i++)
            {
                page(10, lines[i].StartsWith(' ') ? 92 : 72, 700 - (12 * i), lines[i].Trim());
            }
        })).Document!.Text;
        Assert.Equal(
            ["The board was told of cracks in the north mole two years ago, she said.", "It did nothing with the news for all those years, the minutes show, and it will not tell us why.", "Nobody asked it to."],
            text.Split('\n'));
    }

    [Fact]
    public void Sentence_GoesOnOverPages()
    {
        var text = Reading.Bytes(Made(2, (page, number) => page(10, 72, 700, number == 1 ? "The board was told of cracks in the" : "north mole, she said."))).Document!.Text;
        Assert.Equal("The board was told of cracks in the north mole, she said.", text);
    }

    /// <summary>What browsers print around a page: the time and the title above, the address and the number below.</summary>
    [Fact]
    public void WhatABrowserPrintsAround_IsLeftOut()
    {
        var document = Reading.Bytes(Made(1, (page, _) =>
        {
            page(7, 30, 825, "5/5/31, 11:19 AM");
            page(7, 290, 825, "Board knew of cracks");
            page(24, 72, 740, "Board knew of cracks");
            page(10, 72, 700, "The board was told of cracks in the mole, she said.");
            page(7, 30, 15, "https://gull.example/board?page=1");
            page(7, 550, 15, "1/1");
        })).Document!;
        Assert.Equal("Board knew of cracks\nThe board was told of cracks in the mole, she said.", document.Text);
    }

    [Fact]
    public void MarksOfAList_AreNoColumn()
    {
        var text = Reading.Bytes(Made(1, (page, _) =>
        {
            for (var i = 1; i <= 6; i++)
            {
                page(10, 72, 700 - (14 * i), $"{i}.");
                page(10, 100, 700 - (14 * i), $"The mole has {i} cracks, the diver said on Monday.");
            }
        })).Document!.Text;
        Assert.Equal("1. The mole has 1 cracks, the diver said on Monday.", text.Split('\n')[0]);
        Assert.Equal(6, text.Split('\n').Length);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "no text", Made(1, (_, _) => { }), ProblemCodes.NoText },
        { "broken off", Paper()[..200], ProblemCodes.Damaged },
        { "only a beginning", "%PDF-1.7\n"u8.ToArray(), ProblemCodes.Damaged },
        { "too many pages", Paper(12), ProblemCodes.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void File_ThatCannotBeRead_GetsACode(string name, byte[] bytes, string code) =>
        Assert.Equal([code], Reading.Fates(Reading.All(bytes, name, options: new ReaderOptions { MaxPages = 10 })));

    [Fact]
    public void File_ThatTakesTooLong_IsStopped() =>
        Assert.Equal([ProblemCodes.TooSlow], Reading.Fates(Reading.All(Paper(200), "slow.pdf", options: new ReaderOptions { MaxTime = TimeSpan.FromMilliseconds(1) })));

    [Fact]
    public void Bytes_ChangedAnywhere_GiveACodeOrADocument()
    {
        var good = Paper();
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var bad = (byte[])good.Clone();
            for (var n = 0; n < 5; n++)
            {
                bad[random.Next(8, bad.Length)] = (byte)random.Next(256);
            }

            Assert.Single(Reading.All(bad, "a.pdf", options: new ReaderOptions { MaxTime = TimeSpan.FromSeconds(30) }));
        }
    }

    private static byte[] Made(int pages, Action<Action<double, double, double, string>, int> draw)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 1; number <= pages; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            draw(
                (size, x, y, text) =>
                {
                    if (text.Length > 0)
                    {
                        page.AddText(text, size, new PdfPoint(x, y), font);
                    }
                },
                number);
        }

        return builder.Build();
    }
}
