namespace ConnectionGen.TestbedFiles;

/// <summary>What a markup such as <c>%ENV{NAME}</c> stands for.</summary>
public enum MarkupKind
{
    /// <summary>A name that no markup has; the text stays as it is.</summary>
    Unknown,

    /// <summary><c>%{testbed.name}</c>, <c>%{self}</c>, <c>%{self.os}</c>: another value of the file.</summary>
    Reference,

    /// <summary><c>%ENV{NAME}</c> or <c>%ENV{NAME, default}</c>: an environment variable.</summary>
    Environment,

    /// <summary><c>%ASK{question}</c>: the user is asked.</summary>
    Ask,

    /// <summary><c>%ENC{text}</c>: an encoded value.</summary>
    Encoded,

    /// <summary><c>%CLI{argument}</c>: an argument of the command line.</summary>
    CommandLine,

    /// <summary><c>%CALLABLE{name}</c>: what a function answers.</summary>
    Callable,

    /// <summary><c>%INCLUDE{file}</c>: the content of another file.</summary>
    Include,

    /// <summary><c>%EXTEND_LIST{key}</c>: a list joined to the list of an extended file.</summary>
    ExtendList,

    /// <summary><c>%INTF{alias}</c>: the name of the interface with that alias.</summary>
    Interface,
}
