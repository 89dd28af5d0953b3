using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;

namespace ConnectionGen.Packaging.Tests.Reproducing;

/// <summary>An assembly's symbols, found as a debugger finds them.</summary>
internal sealed class DebugSymbols : IDisposable
{
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly MetadataReaderProvider _provider;
    private readonly MetadataReader _reader;

    private DebugSymbols(MetadataReaderProvider provider)
    {
        _provider = provider;
        _reader = provider.GetMetadataReader();
    }

    /// <summary>Each source's path in the symbols, and whether its text is there, too.</summary>
    public IEnumerable<(string Path, bool IsEmbedded)> Sources =>
        from document in _reader.Documents
        select (_reader.GetString(_reader.GetDocument(document).Name), Of(document).Any(information => _reader.GetGuid(information.Kind) == s_embeddedSource));

    /// <summary>Those in the assembly itself, or else those among the candidates that were made with it; null where there are none.</summary>
    public static DebugSymbols? Of(byte[] assembly, IEnumerable<byte[]> candidates)
    {
        using var image = new PEReader(ImmutableArray.Create(assembly));
        var entries = image.ReadDebugDirectory().ToLookup(static entry => entry.Type);
        foreach (var embedded in entries[DebugDirectoryEntryType.EmbeddedPortablePdb])
            return new(image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded));

        var ids = entries[DebugDirectoryEntryType.CodeView].Select(entry => image.ReadCodeViewDebugDirectoryData(entry).Guid).ToList();
        foreach (var candidate in candidates)
        {
            var symbols = new DebugSymbols(MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(candidate)));
            if (ids.Contains(new BlobContentId(symbols._reader.DebugMetadataHeader!.Id).Guid))
                return symbols;
            symbols.Dispose();
        }

        return null;
    }

    /// <summary>Where on the web the sources below a path are: SourceLink's map.</summary>
    public IReadOnlyDictionary<string, string> SourceMap()
    {
        var link = Assert.Single(Of(EntityHandle.ModuleDefinition), information => _reader.GetGuid(information.Kind) == s_sourceLink);
        using var map = JsonDocument.Parse(Encoding.UTF8.GetString(_reader.GetBlobBytes(link.Value)));
        return map.RootElement.GetProperty("documents").EnumerateObject().ToDictionary(static part => part.Name, static part => part.Value.GetString()!);
    }

    public void Dispose() => _provider.Dispose();

    private IEnumerable<CustomDebugInformation> Of(EntityHandle parent) => _reader.GetCustomDebugInformation(parent).Select(_reader.GetCustomDebugInformation);
}
