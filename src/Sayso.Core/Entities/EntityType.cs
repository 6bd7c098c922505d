namespace Sayso.Core.Entities;

/// <summary>What an entity is: a closed set.</summary>
public enum EntityType
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>A body: a company, an office, a party, an outlet.</summary>
    Organization,

    /// <summary>A country, or its government.</summary>
    Country,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>Several people, or a class of them.</summary>
    Group,

    /// <summary>A text or data.</summary>
    Document,

    /// <summary>A name of something else.</summary>
    Other,
}
