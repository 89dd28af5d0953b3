using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ConnectionGen.Cli.Transports;

/// <summary>A server's public key as it came, in SSH's own encoding.</summary>
internal sealed class HostKey(byte[] blob)
{
    /// <summary>The key's type as <c>known_hosts</c> names it: <c>ssh-ed25519</c>, <c>ssh-rsa</c>.</summary>
    public string Type { get; } = ReadType(blob);

    public string Base64 { get; } = Convert.ToBase64String(blob);

    public string Fingerprint { get; } = "SHA256:" + Convert.ToBase64String(SHA256.HashData(blob)).TrimEnd('=');

    private static string ReadType(byte[] blob)
    {
        if (blob.Length < 4)
            return "";
        var length = BinaryPrimitives.ReadUInt32BigEndian(blob);
        return length <= blob.Length - 4 ? Encoding.ASCII.GetString(blob, 4, (int)length) : "";
    }
}
