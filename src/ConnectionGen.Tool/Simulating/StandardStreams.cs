using Microsoft.Win32.SafeHandles;

namespace ConnectionGen.Tool;

/// <summary>Standard input and output as bytes. <see cref="Console"/> would edit lines and send sequences of its own where they are a terminal.</summary>
internal static class StandardStreams
{
    public static Stream Input() => OperatingSystem.IsWindows() ? Console.OpenStandardInput() : Open(0, FileAccess.Read);

    public static Stream Output() => OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : Open(1, FileAccess.Write);

    private static FileStream Open(int file, FileAccess access) => new(new SafeFileHandle(file, ownsHandle: false), access, bufferSize: 0);
}
