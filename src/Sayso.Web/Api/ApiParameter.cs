namespace Sayso.Web.Api;

/// <summary>What the value of a parameter is.</summary>
internal enum ParameterForm
{
    /// <summary>Any words.</summary>
    Words,

    /// <summary>A day, <c>2031-03-12</c>.</summary>
    Day,

    /// <summary>Days as EDTF has them.</summary>
    Days,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number from 1 on.</summary>
    Count,

    /// <summary>A number from 0 to 1.</summary>
    Probability,
}

/// <summary>A parameter of a question, with the name that the command line's option has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it asks for.</param>
/// <param name="Form">What its value is.</param>
internal sealed record ApiParameter(string Name, string Description, ParameterForm Form = ParameterForm.Words)
{
    /// <summary>The only words that it can have; <c>null</c>: any.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Characters of its value at most.</summary>
    public int Longest { get; init; } = 1000;

    /// <summary>Whether it cannot be left out.</summary>
    public bool IsRequired { get; init; }
}
