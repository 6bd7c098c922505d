namespace Sayso.Ingestion.Tests;

public sealed class ArticleTextTests
{
    private const string Quote = "“We wrote it down,” said Ilsa Brandt, who left the board in spring.";

    /// <summary>Name, markup around or between the paragraphs, what must not be in the text.</summary>
    public static TheoryData<string, string, string> Furniture => new()
    {
        { "navigation", "<nav><a href=/>Home</a> <a href=/w>World news</a></nav>" + Reading.Body, "World news" },
        { "cookie banner", "<div class=cookie-banner>We value your privacy and our 312 partners.</div>" + Reading.Body, "privacy" },
        { "related links", Reading.Body + "<p><a href=/x>Seven moles that will surprise you</a></p>", "surprise" },
        { "advertisement line", Reading.Body + "<p>Advertisement – story continues below</p>", "continues below" },
        { "caption", "<figure><img src=x><figcaption>The mole, pictured in March</figcaption></figure>" + Reading.Body, "pictured" },
        { "pull quote", Reading.Body.Replace("<p>Its", "<blockquote class=pull>Then we wrote it down again.</blockquote><p>Its", StringComparison.Ordinal), "\nThen we wrote" },
        { "comments", Reading.Body + "<div id=comments><p>First! I knew it all along, said my cat.</p></div>", "my cat" },
        { "date line", "<p>Published 18 November 2031, 19:09</p>" + Reading.Body, "18 November" },
        { "place in a gallery", Reading.Body + "<p>Image 2 of 5</p><p>7</p><p>(Image credit: Gull Pictures)</p>", "Image" },
        { "address alone", Reading.Body + "<p>https://gull.example/news/a1</p>", "gull.example" },
        { "script", Reading.Body + "<script>var said = 'never';</script>", "never" },
        { "share line", "<p>Share this article</p>" + Reading.Body, "Share" },
        { "another article's title as a sentence", Reading.Body + "<p>Read more: Why the old moles of the north crack in spring.</p>", "old moles" },
        { "letter to sign up for", Reading.Body + "<p>Sign up for our newsletter and get the news of the bay each morning.</p>", "each morning" },
        { "cookie notice without a name", "<div>We use cookies to make this site better for you. You can say no at any time.</div>" + Reading.Body, "cookies" },
        { "credit line", Reading.Body + "<p>Photograph: Bo Lind/Gull Pictures</p>", "Bo Lind" },
        { "byline and age", "<p>By Ana Roe</p><p>Gull with agencies · 2 hours ago</p>" + Reading.Body, "Ana Roe" },
    };

    [Theory]
    [MemberData(nameof(Furniture))]
    public void Furniture_IsLeftOut(string name, string body, string never)
    {
        Assert.NotEmpty(name);
        var text = Reading.Page("<title>Cracks in the mole</title>", body).Text;
        Assert.DoesNotContain(never, text, StringComparison.Ordinal);
        Assert.Contains(Quote, text, StringComparison.Ordinal);
        Assert.Contains("the minutes show.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on Monday, and", "on <time datetime=2031-05-05>Monday</time>, and")]
    [InlineData("The harbour", "<span class=dateline>GULL BAY</span> The harbour")]
    [InlineData("<p>Its", "<p>Related charges were filed, she said on Friday.</p><p>Its")]
    public void Sentences_KeepAllTheirWords(string at, string written)
    {
        var text = Reading.Page("", Reading.Body.Replace(at, written, StringComparison.Ordinal)).Text;
        Assert.Contains(System.Text.RegularExpressions.Regex.Replace(written, "<[^>]+>", "\n").Trim('\n').Split('\n')[0], text, StringComparison.Ordinal);
        Assert.Contains("on Monday, and did nothing.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_AreLines_AfterTheHeadlineOnce()
    {
        var lines = Reading.Page("<title>Cracks in the mole</title>", "<h1>Cracks in the mole</h1>" + Reading.Body).Text.Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.Equal("Cracks in the mole", lines[0]);
        Assert.StartsWith("The harbour board", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void LineBreaks_TwoEndAParagraph_OneIsASpace()
    {
        var body = "<div>" + Reading.Body.Replace("</p>", "<br><br>", StringComparison.Ordinal).Replace("<p>", "", StringComparison.Ordinal)
            .Replace(" on Monday", "<br>on Monday", StringComparison.Ordinal) + "</div>";
        var lines = Reading.Page("", body).Text.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("an engineer said on Monday", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void References_AreDecoded_AndImpossibleOnesReplaced()
    {
        var body = Reading.Body.Replace("two years ago", "&ldquo;two&rdquo; years &#8212; ago &#xD800; &#0;", StringComparison.Ordinal);
        Assert.Contains("“two” years — ago \uFFFD \uFFFD", Reading.Page("", body).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public void Charset_OfThePage_IsFollowed(string charset)
    {
        var page = $"<html><head><meta charset={charset}></head><body>{Reading.Body}</body></html>";
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var document = Reading.Bytes(System.Text.Encoding.GetEncoding(1252).GetBytes(page)).Document!;
        Assert.Contains(Quote, document.Text, StringComparison.Ordinal);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void NumbersAndDates_ThatTheArticleNeeds_Stay()
    {
        var body = Reading.Body + "<table><tr><td>Cracks found</td><td>41</td></tr></table><p>It was on 18 November 2031.</p>";
        var text = Reading.Page("", body).Text;
        Assert.Contains("\n41", text, StringComparison.Ordinal);
        Assert.Contains("It was on 18 November 2031.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gb2312")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1251")]
    [InlineData("shift_jis")]
    public void Charset_ThatIsStale_GivesWayToValidUtf8(string charset)
    {
        var page = $"<html><head><meta charset={charset}></head><body>{Reading.Body}</body></html>";
        var document = Reading.Bytes(System.Text.Encoding.UTF8.GetBytes(page)).Document!;
        Assert.Contains(Quote, document.Text, StringComparison.Ordinal);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void Charset_ThatIsStale_GivesWayToOneLetterOfUtf8()
    {
        var page = $"<html><head><meta charset=gb2312></head><body>{Reading.Body.Replace('“', '"').Replace('”', '"').Replace("chairman", "café owner", StringComparison.Ordinal)}</body></html>";
        Assert.Contains("café owner", Reading.Bytes(System.Text.Encoding.UTF8.GetBytes(page)).Document!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Charset_OfPairs_IsFollowed()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        const string Sentence = "工程师周一表示，港口委员会两年前就得知防波堤出现裂缝，但没有采取任何行动。";
        var page = $"<html><head><meta charset=gb2312></head><body><p>{Sentence}</p><p>{Sentence}这是真的。</p></body></html>";
        var document = Reading.Bytes(System.Text.Encoding.GetEncoding("gb2312").GetBytes(page)).Document!;
        Assert.Contains(Sentence, document.Text, StringComparison.Ordinal);
        Assert.Equal("zh", document.Language);
    }
}
