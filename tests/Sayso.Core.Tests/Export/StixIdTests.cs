using Sayso.Core.Export;

namespace Sayso.Core.Tests.Export;

public sealed class StixIdTests
{
    /// <summary>RFC 9562, appendix A.4.</summary>
    [Fact]
    public void Uuid_IsTheOneOfTheStandard_ForItsName() =>
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), StixId.Of(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void Id_IsOfItsTypeAndName_Always()
    {
        Assert.Equal(StixId.Of("note", "a"), StixId.Of("note", "a"));
        Assert.NotEqual(StixId.Of("note", "a")[6..], StixId.Of("report", "a")[8..]);
        Assert.StartsWith("note--", StixId.Of("note", "a"), StringComparison.Ordinal);
        Assert.Equal(StixId.Uuid(StixId.Of("note", "a")), StixId.Uuid(StixId.Of("note", "a")));
    }
}
