namespace Sayso.Inference;

/// <summary>Whose way of marking attributions the network follows; the values are the network's.</summary>
public enum Convention
{
    /// <summary>PolNeAR's: for comparing with figures on that corpus.</summary>
    PolNeAR = 0,

    /// <summary>Sayso's own, which covers more topics than one election: for reading the news.</summary>
    Sayso = 1,
}
