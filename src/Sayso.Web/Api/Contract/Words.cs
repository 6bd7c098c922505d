using Sayso.Core.Text;

namespace Sayso.Web.Api.Contract;

/// <summary>Says which words a property can have: a closed set.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class WordsAttribute(params string[] words) : Attribute
{
    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; } = words;
}

/// <summary>Says that a property has the names of an enumeration's values.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOfAttribute<TValue>() : WordsAttribute([.. ClosedSet.Names<TValue>()])
    where TValue : struct, Enum;
