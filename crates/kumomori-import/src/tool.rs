//! The tools whose output is read.

/// A tool, and what of it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tool {
    /// Buckets of Amazon S3: an advanced query of AWS Config, or answers of `aws s3api`.
    AwsS3,
    /// Buckets of Google Cloud Storage: `gcloud storage buckets list`.
    GcpStorage,
    /// Workloads of Kubernetes: `kubectl get --output json`.
    Kubernetes,
    /// A scan by testssl.sh.
    Testssl,
}

impl Tool {
    /// All tools, in the order of their words.
    pub const ALL: [Self; 4] = [Self::AwsS3, Self::GcpStorage, Self::Kubernetes, Self::Testssl];

    /// The word that names it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::AwsS3 => "aws-s3",
            Self::GcpStorage => "gcp-storage",
            Self::Kubernetes => "kubernetes",
            Self::Testssl => "testssl",
        }
    }

    /// The tool that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// The kind of evidence that its output becomes.
    pub fn kind(self) -> &'static str {
        match self {
            Self::AwsS3 | Self::GcpStorage => "storage-inventory",
            Self::Kubernetes => "kubernetes-workload",
            Self::Testssl => "tls-endpoints",
        }
    }
}
