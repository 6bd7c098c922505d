using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Sayso.Core.Errors;

namespace Sayso.Cli.Commands;

/// <summary>Loads what is needed to serve with TLS.</summary>
internal static class Certificates
{
    private static ReadOnlySpan<byte> Pem => "-----BEGIN"u8;

    /// <summary>A certificate with its key, and those that lead from it to one that browsers know.</summary>
    /// <param name="file">PEM or PFX.</param>
    /// <param name="key">The key in PEM, where it is not in the same file.</param>
    /// <exception cref="SaysoException">It cannot be used (<c>SAY4009</c>).</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Chain) Load(string file, string? key)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(Pem) >= 0 ? OfPem(file, key) : OfPfx(file);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SaysoException(
                ProblemCodes.BadCertificate,
                $"The certificate {file} cannot be used: {e.Message.TrimEnd('.')}. It is a PEM file with its key, or with the key in --certificate-key, "
                    + "or a PFX file; neither with a password: openssl pkcs12 -in FILE -nodes -out FILE.pem takes one off.",
                e);
        }
    }

    private static (X509Certificate2, X509Certificate2Collection) OfPem(string file, string? key)
    {
        using var made = X509Certificate2.CreateFromPemFile(file, key ?? file);
        X509Certificate2Collection all = [];
        all.ImportFromPemFile(file);

        // On some systems TLS takes no key that was never in a store.
        return (X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null), [.. all.Where(c => c.Thumbprint != made.Thumbprint)]);
    }

    private static (X509Certificate2, X509Certificate2Collection) OfPfx(string file)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, null);
        var own = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new CryptographicException("It holds no private key.");
        return (own, [.. all.Where(c => c != own)]);
    }
}
