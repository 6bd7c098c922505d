namespace Sayso.Core.Errors;

/// <summary>Something that is wrong with an input, in words for the user: bad input is a value, not an exception.</summary>
/// <param name="Code">The stable code, one of <see cref="ProblemCodes"/>.</param>
/// <param name="Message">What is wrong and what to do, one sentence or two.</param>
public sealed record Problem(string Code, string Message);
