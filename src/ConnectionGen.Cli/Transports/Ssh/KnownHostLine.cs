using System.Security.Cryptography;
using System.Text;

namespace ConnectionGen.Cli.Transports;

/// <summary>One line of a <c>known_hosts</c> file: which hosts have which key.</summary>
internal sealed record KnownHostLine(string Hosts, string KeyType, string Key, bool IsRevoked)
{
    private const string HashMark = "|1|";

    public static KnownHostLine? Parse(string line)
    {
        var fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0 || fields[0].StartsWith('#'))
            return null;
        var isRevoked = fields[0] == "@revoked";
        // keys that sign other keys are not keys of a host
        if (fields[0].StartsWith('@') && !isRevoked)
            return null;
        var first = isRevoked ? 1 : 0;
        return fields.Length < first + 3 ? null : new KnownHostLine(fields[first], fields[first + 1], fields[first + 2], isRevoked);
    }

    /// <summary>How a host on a port is written: the port only where it is not 22.</summary>
    public static string HostName(string host, int port) => port == 22 ? host : $"[{host}]:{port}";

    public bool IsFor(string hostName)
    {
        if (Hosts.StartsWith(HashMark, StringComparison.Ordinal))
            return MatchesHash(hostName);
        var matches = false;
        foreach (var pattern in Hosts.Split(','))
        {
            var isNegated = pattern.StartsWith('!');
            if (!MatchesPattern(pattern.AsSpan(isNegated ? 1 : 0), hostName))
                continue;
            if (isNegated)
                return false;
            matches = true;
        }

        return matches;
    }

    private bool MatchesHash(string hostName)
    {
        var parts = Hosts[HashMark.Length..].Split('|');
        if (parts.Length != 2)
            return false;
        Span<byte> salt = stackalloc byte[64], expected = stackalloc byte[64];
        if (!Convert.TryFromBase64String(parts[0], salt, out var saltLength) || !Convert.TryFromBase64String(parts[1], expected, out var expectedLength))
            return false;
#pragma warning disable CA5350 // the file format hashes names with SHA-1; no secret depends on it
        return HMACSHA1.HashData(salt[..saltLength], Encoding.UTF8.GetBytes(hostName)).AsSpan().SequenceEqual(expected[..expectedLength]);
#pragma warning restore CA5350
    }

    private static bool MatchesPattern(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
            {
                for (var skip = 0; skip <= name.Length; skip++)
                {
                    if (MatchesPattern(pattern[1..], name[skip..]))
                        return true;
                }

                return false;
            }

            if (name.IsEmpty || (pattern[0] != '?' && char.ToLowerInvariant(pattern[0]) != char.ToLowerInvariant(name[0])))
                return false;
            pattern = pattern[1..];
            name = name[1..];
        }

        return name.IsEmpty;
    }
}
